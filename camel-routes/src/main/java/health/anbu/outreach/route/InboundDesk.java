package health.anbu.outreach.route;

import health.anbu.outreach.complaint.AutomaticAnswer;
import health.anbu.outreach.complaint.CandidatePatient;
import health.anbu.outreach.complaint.Classification;
import health.anbu.outreach.complaint.FeedbackCategory;
import health.anbu.outreach.complaint.IncomingFeedback;
import health.anbu.outreach.complaint.Intake;
import health.anbu.outreach.complaint.OptOutWords;
import health.anbu.outreach.complaint.OptOutWords.OptOut;
import health.anbu.outreach.complaint.Sender;
import health.anbu.outreach.complaint.Urgency;
import health.anbu.outreach.contact.ChannelOptOut;
import health.anbu.outreach.contact.ChannelReturn;
import health.anbu.outreach.contact.InboundMessage;
import health.anbu.outreach.contact.JurisdictionPack;
import health.anbu.outreach.fhir.ConsentWriter;
import health.anbu.outreach.fhir.ConsentWriter.Told;
import health.anbu.outreach.fhir.FhirStore;
import health.anbu.outreach.fhir.SenderSearch;
import health.anbu.outreach.fhir.Write;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a person writes back over a messenger: an opt-out stops everything, all else is a case.
 *
 * <p>An opt-out is honoured for everybody who has the number or user id, on every channel, and
 * silently: who asked for quiet gets no more message. A copy of the same message changes nothing.
 */
public final class InboundDesk {

  private static final Logger LOG = LoggerFactory.getLogger(InboundDesk.class);
  private static final String WITHOUT_TEXT = "(a message without text)";
  private static final String ASK = "an opt-out word that may also mean the next appointment: ask";
  private static final String LINE = "line";
  private static final String EMAIL = "email";
  private static final String NUMBER = "\\+?[0-9]{7,15}";

  private final CaseDesk desk;
  private final SenderSearch senders;
  private final FhirStore store;
  private final ConsentWriter consents;
  private final JurisdictionPack pack;

  InboundDesk(
      CaseDesk desk,
      SenderSearch senders,
      FhirStore store,
      ConsentWriter consents,
      JurisdictionPack pack) {
    this.desk = desk;
    this.senders = senders;
    this.store = store;
    this.consents = consents;
    this.pack = pack;
  }

  public void receive(InboundMessage message) {
    Optional<OptOut> word =
        message.automatic() ? Optional.empty() : OptOutWords.recognise(message.text(), pack.code());
    boolean stops = word.isPresent() || message.optOut();
    Set<String> holders = stops ? holders(message.channel(), message.from()) : Set.of();
    CaseDesk.Answer answer;
    if (!message.automatic() && rejoins(message)) {
      takeBack(Told.BY_WORD, everybody(message.channel(), message.from()), null, message.at());
      answer = desk.take(sending(message, preference("a word that rejoins", false), false));
    } else if (holders.isEmpty()) {
      if (stops) {
        optOut(message, inquirer(message.channel(), message.from()));
      }
      boolean machine =
          message.automatic() || AutomaticAnswer.recognise(message.text(), message.from());
      answer = desk.take(sending(message, null, !machine));
    } else {
      optOut(message, holders);
      boolean ask = word.map(OptOut::mayCancelVisit).orElse(false);
      answer = desk.take(sending(message, preference(ask ? ASK : "an opt-out word", ask), ask));
      holders.forEach(desk::follow);
    }
    if (answer instanceof CaseDesk.Answer.Refused refused) {
      throw new IllegalStateException(message + " was refused: " + refused.code());
    }
  }

  /** Where a line's custom has a word for it, it takes back the word that stopped, and no more. */
  private boolean rejoins(InboundMessage message) {
    return OptOutWords.isOneOf(message.text(), pack.on(message.at()).rejoin());
  }

  /** What a messenger was told: it is honoured on that channel, and there is nothing to answer. */
  public void optOut(ChannelOptOut told) {
    List<Write> writes = new ArrayList<>();
    Set<String> holders = holders(told.channel(), told.from());
    String proof = told.provider() + ":" + told.eventId();
    for (String patient : holders.isEmpty() ? inquirer(told.channel(), told.from()) : holders) {
      consents
          .newOptOut(
              store, Told.BY_CHANNEL, patient, told.channel(), told.about(), proof, told.at())
          .ifPresent(writes::add);
    }
    if (!writes.isEmpty()) {
      store.write(writes);
      LOG.info("{} opts {} people out of the channel", told, writes.size());
    }
    holders.forEach(desk::follow);
  }

  /**
   * Who lets us in again in a messenger takes back what they had told that messenger, and nothing
   * that they had said in words, to us or on another channel.
   */
  public void returned(ChannelReturn told) {
    Set<String> people = everybody(told.channel(), told.from());
    takeBack(Told.BY_CHANNEL, people, told.channel(), told.at());
  }

  private void takeBack(Told told, Set<String> people, String channel, Instant at) {
    List<Write> writes = consents.takenBack(store, told, people, channel, at);
    if (!writes.isEmpty()) {
      store.write(writes);
      LOG.info("{} opt-outs were taken back {}", writes.size(), told);
    }
    people.forEach(desk::follow);
  }

  /** Also who was nobody's patient when they said stop: their word is theirs to take back. */
  private Set<String> everybody(String channel, String from) {
    Set<String> everybody = new TreeSet<>(holders(channel, from));
    everybody.addAll(inquirer(channel, from));
    return everybody;
  }

  /** Everybody who has this address, merged records counted as the one that stays. */
  private Set<String> holders(String channel, String from) {
    return switch (channel) {
      case LINE -> senders.withLineUser(from);
      case EMAIL -> senders.withEmail(from);
      default -> withNumber(from);
    };
  }

  /** Nobody has it, and perhaps somebody will: who was told to stop is not begun with. */
  private Set<String> inquirer(String channel, String from) {
    Sender sender =
        channel.equals(LINE) ? new Sender(from, null, null, null) : sender(channel, from);
    return desk.inquirer(channel, sender).map(Set::of).orElse(Set.of());
  }

  private Set<String> withNumber(String from) {
    String number = senders.readPhone(from);
    Set<String> holders = new TreeSet<>();
    if (number != null) {
      senders.candidates(Sender.ofPhone(from)).stream()
          .filter(c -> c.phones().stream().map(senders::readPhone).anyMatch(number::equals))
          .map(CandidatePatient::survivor)
          .forEach(holders::add);
    }
    return holders;
  }

  private void optOut(InboundMessage message, Set<String> holders) {
    List<Write> writes = new ArrayList<>();
    for (String patient : holders) {
      String proof = message.provider() + ":" + message.providerId();
      consents
          .newOptOut(store, Told.BY_WORD, patient, null, null, proof, message.at())
          .ifPresent(writes::add);
    }
    if (!writes.isEmpty()) {
      store.write(writes);
      LOG.info("{} opts {} people out", message, writes.size());
    }
  }

  private static Classification preference(String what, boolean ask) {
    return new Classification(
        FeedbackCategory.QUESTION,
        ask ? Urgency.URGENT : Urgency.ROUTINE,
        "contact-preference",
        1,
        "opt-out-words-1",
        List.of(what));
  }

  private CaseDesk.Sending sending(InboundMessage message, Classification known, boolean promises) {
    IncomingFeedback feedback =
        new IncomingFeedback(
            message.channel(),
            storable(message.text()),
            null,
            sender(message.channel(), message.from()),
            null,
            message.at(),
            message.provider() + ":" + message.providerId());
    return new CaseDesk.Sending(feedback, "inbound", known, promises);
  }

  /** Whom LINE names is known only where one record has that name. */
  private Sender sender(String channel, String from) {
    if (channel.equals(EMAIL)) {
      return new Sender(null, null, from, null);
    }
    if (channel.equals(LINE)) {
      Set<String> patients = senders.withLineUser(from);
      return patients.size() == 1
          ? new Sender(null, null, null, patients.iterator().next())
          : new Sender(from, null, null, null);
    }
    return from.matches(NUMBER) ? Sender.ofPhone(from) : new Sender(from, null, null, null);
  }

  /** A provider is never told to correct what a person wrote: it is taken as far as it goes. */
  private static String storable(String text) {
    StringBuilder kept = new StringBuilder();
    text.codePoints()
        .filter(c -> c != 0 && (c < 0xD800 || c > 0xDFFF))
        .limit(Intake.LONGEST_TEXT)
        .forEach(kept::appendCodePoint);
    return kept.toString().isBlank() ? WITHOUT_TEXT : kept.toString();
  }
}
