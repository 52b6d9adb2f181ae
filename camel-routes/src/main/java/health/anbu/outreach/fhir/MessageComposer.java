package health.anbu.outreach.fhir;

import health.anbu.outreach.contact.Purpose;
import health.anbu.outreach.content.ChannelLength;
import health.anbu.outreach.content.ClinicLinks;
import health.anbu.outreach.content.ClinicLocale;
import health.anbu.outreach.content.DigestText;
import health.anbu.outreach.content.Labelling;
import health.anbu.outreach.content.NeutralWords;
import health.anbu.outreach.content.Occasion;
import health.anbu.outreach.content.Rendering;
import health.anbu.outreach.content.VariableValue;
import health.anbu.outreach.plan.ClinicPolicy;
import health.anbu.outreach.plan.PatientFacts;
import health.anbu.outreach.plan.PlannedMessage;
import health.anbu.outreach.plan.Situation;
import health.anbu.outreach.plan.When;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.Appointment;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BaseDateTimeType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.StringType;

/** Puts the facts of a patient into the words of a step. */
public final class MessageComposer {

  private static final String INFORMATION_ONLY = "kakao";
  private static final String TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation";

  private final ScenarioCatalog catalog;
  private final ClinicLinks links;
  private final ClinicPlaces places;
  private final ClinicTones tones;

  public MessageComposer(ScenarioCatalog catalog) {
    this(catalog, ClinicLinks.none());
  }

  public MessageComposer(ScenarioCatalog catalog, ClinicLinks links) {
    this(catalog, links, ClinicPlaces.none(), new ClinicTones(catalog, ClinicPlaces.none(), ""));
  }

  /**
   * @param links as the settings say, where the clinic itself says nothing
   */
  public MessageComposer(
      ScenarioCatalog catalog, ClinicLinks links, ClinicPlaces places, ClinicTones tones) {
    this.catalog = catalog;
    this.links = links;
    this.places = places;
    this.tones = tones;
  }

  /**
   * The message as it would go over the channel now, or why there is none.
   *
   * @param sentAs what it counts as, which decides its labels
   */
  public Rendering compose(
      PatientFacts facts,
      PlannedMessage message,
      String channel,
      Purpose sentAs,
      ClinicPolicy clinic,
      Instant now) {
    return compose(
        facts,
        message,
        channel,
        sentAs,
        clinic,
        now,
        LabelDemands.labels(facts, sentAs, channel, clinic, now));
  }

  private Rendering compose(
      PatientFacts facts,
      PlannedMessage message,
      String channel,
      Purpose sentAs,
      ClinicPolicy clinic,
      Instant now,
      Labelling labelling) {
    Optional<Activity> activity = catalog.activity(message.step().activity());
    if (activity.isEmpty()) {
      return new Rendering.NotRendered(
          "missing-variable", message.step().activity() + " is not on the server");
    }
    if (!anchored(facts, message)) {
      return new Rendering.NotRendered(
          "anchor-gone", message.anchor().reference() + " cannot be resolved");
    }
    if (advertisesWhereForbidden(activity.get(), channel, sentAs)) {
      return new Rendering.NotRendered(
          "advertising-not-on-channel", message.step().activity() + " advertises");
    }
    if (neutral(facts, message, clinic)) {
      return NeutralWords.of(said(clinic.phone()))
          .render(
              new Occasion(language(facts, message), channel, false),
              ofTheClinic(clinic),
              labelling,
              new ClinicLocale(clinic.language(), clinic.zone(), linksOf(facts)));
    }
    boolean sensitive = catalog.sensitive().concern(facts, message);
    Rendering rendering =
        activity
            .get()
            .renderer()
            .render(
                new Occasion(language(facts, message), channel, sensitive, tone(facts)),
                variables(activity.get(), facts, message, sensitive, clinic, now),
                labelling,
                new ClinicLocale(clinic.language(), clinic.zone(), linksOf(facts)));
    return fitting(rendering, channel, clinic);
  }

  /** With its values, labels and links a text may have become too long: it is not cut. */
  private static Rendering fitting(Rendering rendering, String channel, ClinicPolicy clinic) {
    return rendering instanceof Rendering.Rendered rendered
        ? ChannelLength.fault(channel, rendered.text(), clinic.pack().code())
            .map(why -> (Rendering) new Rendering.NotRendered("too-long", why))
            .orElse(rendering)
        : rendering;
  }

  /**
   * Several messages as one, or why they have to go apart: each is rendered as it would be alone,
   * and what is said of a sensitive treatment never stands beside other words.
   */
  public Rendering composeTogether(
      PatientFacts facts,
      List<PlannedMessage> messages,
      String channel,
      Purpose sentAs,
      ClinicPolicy clinic,
      Instant now) {
    if (!DigestText.fits(channel)
        || messages.stream().map(m -> discretion(facts, m, clinic)).distinct().count() > 1) {
      return new Rendering.NotRendered("digest", "these cannot be one message by " + channel);
    }
    List<Rendering.Rendered> rendered = new ArrayList<>();
    for (PlannedMessage message : messages) {
      Rendering own = compose(facts, message, channel, sentAs, clinic, now, Labelling.none());
      if (own instanceof Rendering.NotRendered) {
        return own;
      }
      rendered.add((Rendering.Rendered) own);
    }
    Rendering joined =
        DigestText.of(rendered, LabelDemands.labels(facts, sentAs, channel, clinic, now));
    return fitting(joined, channel, clinic);
  }

  /** In how open words it is said; neutral words are the same whatever it is about. */
  private String discretion(PatientFacts facts, PlannedMessage message, ClinicPolicy clinic) {
    if (neutral(facts, message, clinic)) {
      return "neutral";
    }
    return catalog.sensitive().concern(facts, message) ? "discreet" : "usual";
  }

  /**
   * Those of the channels, in their order, on which there are words that may be said to this
   * patient. It looks at no value: the answer stays the same for all attempts.
   */
  public List<String> sayable(
      PatientFacts facts,
      PlannedMessage message,
      List<String> channels,
      Purpose sentAs,
      ClinicPolicy clinic) {
    Optional<Activity> activity = catalog.activity(message.step().activity());
    if (activity.isEmpty()) {
      return channels;
    }
    boolean sensitive = catalog.sensitive().concern(facts, message);
    String language = language(facts, message);
    return channels.stream()
        .filter(channel -> !advertisesWhereForbidden(activity.get(), channel, sentAs))
        .filter(
            channel ->
                neutral(facts, message, clinic)
                    || activity
                        .get()
                        .renderer()
                        .hasWords(
                            new Occasion(language, channel, sensitive),
                            variable -> activity.get().confidential(variable, sensitive),
                            clinic.language()))
        .toList();
  }

  /** Whoever reads it, it is not about them alone: nothing of the step is said. */
  private static boolean neutral(PatientFacts facts, PlannedMessage message, ClinicPolicy clinic) {
    return facts.sharesNumber(clinic, message.due().toInstant());
  }

  private static boolean said(String text) {
    return text != null && !text.isBlank();
  }

  private String tone(PatientFacts facts) {
    return tones.of(facts.surroundings().organization()).code();
  }

  private ClinicLinks linksOf(PatientFacts facts) {
    return links.under(places.of(facts.surroundings().organization()).addresses());
  }

  /** AlimTalk carries information only, whatever the country: Kakao checks every template. */
  private static boolean advertisesWhereForbidden(
      Activity activity, String channel, Purpose sentAs) {
    return INFORMATION_ONLY.equals(channel)
        && (sentAs == Purpose.ADVERTISING
            || activity.purpose() == Purpose.ADVERTISING
            || activity.advertises());
  }

  /** A message goes on from a treatment: what it counts from must still be in the records. */
  private static boolean anchored(PatientFacts facts, PlannedMessage message) {
    String anchor = message.anchor().reference();
    return anchor.equals(facts.evidence().reference())
        || facts.events().stream().anyMatch(event -> event.evidence().reference().equals(anchor))
        || facts.contacts().stream().anyMatch(contact -> contact.reference().equals(anchor));
  }

  /** The patient's language; where nobody recorded one, that of what is being answered. */
  private static String language(PatientFacts facts, PlannedMessage message) {
    return facts.language() == null
        ? FhirEvidence.of(message.anchor()).getLanguage()
        : facts.language();
  }

  private static Map<String, VariableValue> variables(
      Activity activity,
      PatientFacts facts,
      PlannedMessage message,
      boolean sensitive,
      ClinicPolicy clinic,
      Instant now) {
    Situation situation = new Situation(facts, message.anchor(), now, clinic.zone());
    Map<String, VariableValue> variables = new HashMap<>(ofTheClinic(clinic));
    variables.put("patientName", patientName(facts));
    variables.put("anchorDate", new VariableValue.Day(message.anchorDate().toLocalDate()));
    variables.put("dueDate", new VariableValue.Day(message.due().toLocalDate()));
    appointmentTime(message, clinic).ifPresent(time -> variables.put("appointmentTime", time));
    activity
        .variables()
        .forEach(
            (name, variable) ->
                variables.put(
                    name,
                    variable.reading().confidential(sensitive)
                        ? new VariableValue.Confidential(value(variable, situation, clinic))
                        : value(variable, situation, clinic)));
    return variables;
  }

  private static Map<String, VariableValue> ofTheClinic(ClinicPolicy clinic) {
    return Map.of(
        "clinicName", text(clinic.name(), "anbu.clinic.name is not set"),
        "clinicPhone", text(dialable(clinic.phone()), "anbu.clinic.phone is not set"));
  }

  private static VariableValue value(
      MessageVariable variable, Situation situation, ClinicPolicy clinic) {
    Map<String, VariableValue> byLanguage = new HashMap<>();
    variable
        .byLanguage()
        .forEach(
            (language, read) -> byLanguage.put(language, value(read.apply(situation), clinic)));
    return byLanguage.keySet().equals(Set.of(MessageVariable.ANY_LANGUAGE))
        ? byLanguage.get(MessageVariable.ANY_LANGUAGE)
        : new VariableValue.PerLanguage(byLanguage);
  }

  private static VariableValue text(String value, String why) {
    return value == null || value.isBlank()
        ? new VariableValue.Missing(why)
        : new VariableValue.Text(value);
  }

  /** Telephones recognise a number by European digits only, also in Persian text. */
  private static String dialable(String phone) {
    return phone == null
        ? null
        : phone
            .codePoints()
            .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
  }

  /** Day and time of the appointment together. */
  private static Optional<VariableValue> appointmentTime(
      PlannedMessage message, ClinicPolicy clinic) {
    return FhirEvidence.of(message.anchor()) instanceof Appointment appointment
            && appointment.hasStart()
        ? Optional.of(moment(appointment.getStart().toInstant().atZone(clinic.zone())))
        : Optional.empty();
  }

  private static VariableValue moment(ZonedDateTime time) {
    return new VariableValue.Moment(time);
  }

  private static VariableValue patientName(PatientFacts facts) {
    return ((Patient) FhirEvidence.of(facts.evidence()))
        .getName().stream()
            .filter(name -> name.getUse() != HumanName.NameUse.OLD)
            .findFirst()
            .map(name -> name(name, facts.gender()))
            .orElseGet(() -> withoutName(facts));
  }

  /** Who has only just asked may be addressed without a name; of a patient it is to be known. */
  private static VariableValue withoutName(PatientFacts facts) {
    return Inquirers.is(facts.id())
        ? VariableValue.NOBODY_IN_PARTICULAR
        : new VariableValue.Missing("the patient has no name");
  }

  private static VariableValue name(HumanName name, String gender) {
    return new VariableValue.Name(
        name.getFamily(),
        name.hasGiven() ? name.getGivenAsSingleString() : null,
        name.getText(),
        name.hasPrefix() ? name.getPrefixAsSingleString() : null,
        gender);
  }

  private static VariableValue value(List<Base> values, ClinicPolicy clinic) {
    if (values.isEmpty()) {
      return new VariableValue.Missing("the expression gives nothing");
    }
    Base first = values.get(0);
    if (first instanceof HumanName name) {
      return name(name, null);
    }
    if (first instanceof BaseDateTimeType time) {
      return date(Times.when(time), clinic);
    }
    if (first instanceof IntegerType number) {
      return new VariableValue.Number(BigDecimal.valueOf(number.getValue()));
    }
    if (first instanceof DecimalType number) {
      return new VariableValue.Number(number.getValue());
    }
    if (first instanceof StringType words && words.hasExtension(TRANSLATION)) {
      return translated(words);
    }
    return first.isPrimitive()
        ? text(first.primitiveValue(), "the expression gives an empty text")
        : new VariableValue.Missing("the expression gives a " + first.fhirType());
  }

  /** The record's own words, and those of each language it is translated into. */
  private static VariableValue translated(StringType words) {
    Map<String, VariableValue> byLanguage = new HashMap<>();
    byLanguage.put(
        MessageVariable.ANY_LANGUAGE, text(words.getValue(), "the expression gives an empty text"));
    for (Extension translation : words.getExtensionsByUrl(TRANSLATION)) {
      String language = translation.getExtensionString("lang");
      String content = translation.getExtensionString("content");
      if (language != null && content != null) {
        byLanguage.put(language.split("-")[0], new VariableValue.Text(content));
      }
    }
    return new VariableValue.PerLanguage(byLanguage);
  }

  private static VariableValue date(When when, ClinicPolicy clinic) {
    if (when instanceof When.Day day) {
      return new VariableValue.Day(day.date());
    }
    return when.known()
        ? moment(when.in(clinic.zone()))
        : new VariableValue.Missing("the date is not precise enough");
  }
}
