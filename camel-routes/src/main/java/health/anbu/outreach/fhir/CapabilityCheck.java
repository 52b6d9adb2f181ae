package health.anbu.outreach.fhir;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what a server says it can do with what the outreach needs. */
public final class CapabilityCheck {

  private static final Logger LOG = LoggerFactory.getLogger(CapabilityCheck.class);

  /** What our own server calls itself. */
  private static final String OURS = "Anbu";

  private static final Map<String, List<String>> SOURCE =
      Map.of(
          "Patient", List.of("_lastUpdated", "_id", "telecom", "referred-by"),
          "RelatedPerson", List.of("_lastUpdated", "patient", "telecom"),
          "Encounter", List.of("_lastUpdated", "patient", "referred-by"),
          "Procedure", List.of("_lastUpdated", "patient"),
          "Appointment", List.of("_lastUpdated", "patient"));

  private static final Map<String, List<String>> PLANS =
      Map.of(
          "CommunicationRequest", List.of("_lastUpdated", "patient", "identifier", "scenario"),
          "Communication", List.of("_lastUpdated", "patient", "identifier", "delivery-status"),
          "Consent", List.of("_lastUpdated", "patient"),
          "Flag", List.of("_lastUpdated", "patient"),
          "Task", List.of("_lastUpdated", "patient"),
          "PlanDefinition", List.of("status", "url"),
          "ActivityDefinition", List.of("url"),
          "ValueSet", List.of("url"),
          "Basic", List.of("identifier"));

  private static final Map<String, String> CONSEQUENCES =
      Map.of(
          "referred-by", "referrals are not counted, so nobody becomes a VIP by them",
          "telecom", "two patients with one number or address are not noticed",
          "_lastUpdated", "changes are found by the nightly pass only",
          "patient", "this part of a patient's record cannot be read",
          "_id", "patients cannot be read together",
          "scenario", "the overview does not count requests by scenario",
          "delivery-status", "the overview does not count messages by outcome");

  private static final Map<String, String> WITHOUT_TYPE =
      Map.ofEntries(
          Map.entry(
              "Appointment", "nothing is planned by appointments, and no-shows are not noticed"),
          Map.entry("Procedure", "nothing is planned by treatments"),
          Map.entry(
              "Encounter", "visits are not noticed: what a visit would withdraw is still sent"),
          Map.entry("RelatedPerson", "guardians are not known, so children are not written to"),
          Map.entry(
              "Consent", "opt-outs and consents are not known, so only what needs none is sent"),
          Map.entry("Flag", "nobody is a VIP"),
          Map.entry(
              "Task",
              "staff get no tasks: failures are in the log only, and no scenario can be approved"),
          Map.entry(
              "PlanDefinition", "only the packaged scenarios that a setting makes active plan"),
          Map.entry("ActivityDefinition", "messages say what the packaged ones say"),
          Map.entry("ValueSet", "triggers know the packaged value sets only"),
          Map.entry("Basic", "after a restart everyone is looked at"));

  /** What a server is used for. */
  public enum Role {
    SOURCE,
    PLANS
  }

  /**
   * @param missing what the server does not offer
   * @param consequence what therefore does not happen
   */
  public record Gap(String missing, String consequence) {}

  /**
   * The gaps of one server.
   *
   * @param known false while it does not answer
   */
  public record Report(String server, Role role, boolean known, List<Gap> gaps) {
    public Report {
      gaps = List.copyOf(gaps);
    }
  }

  private final Map<Role, CamelFhirStore> servers;
  private final Duration poll;

  /**
   * @param poll how often a server is looked at
   */
  public CapabilityCheck(Map<Role, CamelFhirStore> servers, Duration poll) {
    this.servers = Map.copyOf(servers);
    this.poll = poll;
  }

  /** Names every gap in the log; a server that is down now is not a gap. */
  public void log() {
    for (Report report : reports()) {
      if (report.known()) {
        report
            .gaps()
            .forEach(
                gap ->
                    LOG.warn("{}: no {}: {}", report.server(), gap.missing(), gap.consequence()));
        LOG.info("{} as {}: {} gaps", report.server(), role(report), report.gaps().size());
      } else {
        LOG.warn("{} does not answer; work begins when it does", report.server());
      }
    }
  }

  private static String role(Report report) {
    return report.role().name().toLowerCase(Locale.ROOT);
  }

  /** What each server lacks, as its CapabilityStatement says. */
  public List<Report> reports() {
    return new TreeMap<>(servers)
        .entrySet().stream().map(one -> report(one.getKey(), one.getValue())).toList();
  }

  private Report report(Role role, CamelFhirStore server) {
    try {
      List<Gap> gaps = new ArrayList<>(gaps(role, server.capabilities(), poll));
      if (role == Role.PLANS && isSomewhereElse(server)) {
        gaps.add(
            new Gap(
                "clinical records here",
                "plans point to "
                    + servers.get(Role.SOURCE).name()
                    + " by absolute references,"
                    + " which this server must be set up to accept"));
      }
      return new Report(server.name(), role, true, gaps);
    } catch (FhirStore.StoreUnavailable e) {
      return new Report(server.name(), role, false, List.of());
    }
  }

  private boolean isSomewhereElse(CamelFhirStore plans) {
    CamelFhirStore source = servers.get(Role.SOURCE);
    return source != null && !source.baseUrl().equals(plans.baseUrl());
  }

  static List<Gap> gaps(Role role, Capabilities server, Duration poll) {
    List<Gap> gaps = new ArrayList<>();
    (role == Role.SOURCE ? SOURCE : PLANS)
        .forEach((type, parameters) -> gaps.addAll(gaps(server, type, parameters)));
    if (!server.has("Subscription")) {
      gaps.add(
          new Gap(
              "Subscription",
              "changes are noticed by the sweep every %d s instead of at once"
                  .formatted(poll.toSeconds())));
    }
    if (role == Role.SOURCE) {
      gaps.addAll(sourceGaps(server));
    } else {
      gaps.addAll(planGaps(server));
    }
    return gaps;
  }

  private static List<Gap> gaps(Capabilities server, String type, List<String> parameters) {
    if (!server.has(type)) {
      String consequence = "nothing that needs it is planned or written";
      return List.of(new Gap(type, WITHOUT_TYPE.getOrDefault(type, consequence)));
    }
    return parameters.stream()
        .filter(parameter -> !server.searches(type, parameter))
        .map(
            parameter ->
                new Gap(
                    "search by " + parameter + " on " + type,
                    CONSEQUENCES.getOrDefault(parameter, "it cannot be found again")))
        .toList();
  }

  private static List<Gap> sourceGaps(Capabilities server) {
    return SOURCE.keySet().stream()
        .sorted()
        .filter(type -> !server.checksVersions(type))
        .map(type -> new Gap("versions of " + type, "changes are told by a hash of the content"))
        .toList();
  }

  private static List<Gap> planGaps(Capabilities server) {
    List<Gap> gaps = new ArrayList<>();
    if (!server.transactions()) {
      gaps.add(new Gap("transaction", "nothing can be written: plans are written all or none"));
    }
    if (!server.takesIds("CommunicationRequest")) {
      gaps.add(
          new Gap(
              "client-assigned ids",
              "requests are created on the condition that none has the key"));
    } else if (!server.guardsVersions()) {
      gaps.add(
          new Gap(
              "guard against updates without a version",
              "requests are created on the condition that none has the key, under its own ids"));
    }
    if (!server.keepsHistory("PlanDefinition")) {
      gaps.add(
          new Gap(
              "_history of PlanDefinition",
              "what was planned by an older version of a scenario follows the newest one"));
    }
    if (!server.creates("PlanDefinition")) {
      gaps.add(
          new Gap("create of PlanDefinition", "packaged scenarios live in this process alone"));
    }
    if (!server.checksVersions("CommunicationRequest")) {
      gaps.add(new Gap("If-Match", "two nodes that write at once may overwrite each other"));
    }
    return gaps;
  }

  /** What the CapabilityStatement says; what it leaves out is taken to be there. */
  record Capabilities(CapabilityStatement statement) {

    private List<CapabilityStatement.CapabilityStatementRestResourceComponent> resources(
        String type) {
      return statement.getRest().stream()
          .flatMap(rest -> rest.getResource().stream())
          .filter(resource -> type.equals(resource.getType()))
          .toList();
    }

    boolean has(String type) {
      return !statement.hasRest() || !resources(type).isEmpty();
    }

    boolean searches(String type, String parameter) {
      return resources(type).stream()
          .allMatch(
              resource ->
                  !resource.hasSearchParam()
                      || resource.getSearchParam().stream()
                          .anyMatch(search -> parameter.equals(search.getName())));
    }

    boolean takesIds(String type) {
      return resources(type).stream().allMatch(r -> !r.hasUpdateCreate() || r.getUpdateCreate());
    }

    boolean updatesOnCondition(String type) {
      return resources(type).stream().anyMatch(r -> r.getConditionalUpdate());
    }

    boolean checksVersions(String type) {
      return resources(type).stream()
          .allMatch(
              r ->
                  !r.hasVersioning()
                      || r.getVersioning() != CapabilityStatement.ResourceVersionPolicy.NOVERSION);
    }

    /** Our own server refuses an update without a version over an outreach request. */
    boolean guardsVersions() {
      return OURS.equals(statement.getSoftware().getName());
    }

    boolean keepsHistory(String type) {
      return does(type, TypeRestfulInteraction.HISTORYINSTANCE);
    }

    boolean creates(String type) {
      return has(type) && does(type, TypeRestfulInteraction.CREATE);
    }

    private boolean does(String type, TypeRestfulInteraction wanted) {
      return resources(type).stream()
          .allMatch(
              r ->
                  !r.hasInteraction()
                      || r.getInteraction().stream().anyMatch(i -> i.getCode() == wanted));
    }

    boolean transactions() {
      return statement.getRest().stream()
          .allMatch(
              rest ->
                  !rest.hasInteraction()
                      || rest.getInteraction().stream()
                          .anyMatch(
                              i ->
                                  i.getCode()
                                      == CapabilityStatement.SystemRestfulInteraction.TRANSACTION));
    }
  }
}
