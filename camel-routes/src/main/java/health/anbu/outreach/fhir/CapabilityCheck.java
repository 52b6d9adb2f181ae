package health.anbu.outreach.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares what a server says it can do with what the outreach needs. */
public final class CapabilityCheck {

  private static final Logger LOG = LoggerFactory.getLogger(CapabilityCheck.class);

  private static final Map<String, List<String>> SOURCE =
      Map.of(
          "Patient", List.of("_lastUpdated", "_id", "telecom", "referred-by"),
          "Encounter", List.of("_lastUpdated", "patient", "referred-by"),
          "Procedure", List.of("_lastUpdated", "patient"),
          "Appointment", List.of("_lastUpdated", "patient"));

  private static final Map<String, List<String>> PLANS =
      Map.of(
          "CommunicationRequest", List.of("_lastUpdated", "patient", "identifier"),
          "Communication", List.of("_lastUpdated", "patient", "identifier"),
          "Consent", List.of("_lastUpdated", "patient"),
          "Flag", List.of("_lastUpdated", "patient"),
          "Task", List.of("_lastUpdated", "patient"),
          "PlanDefinition", List.of("status"),
          "ActivityDefinition", List.of("url"),
          "Basic", List.of("identifier"));

  private static final Map<String, String> CONSEQUENCES =
      Map.of(
          "referred-by", "referrals are not counted, so nobody becomes a VIP by them",
          "telecom", "two patients with one number or address are not noticed",
          "_lastUpdated", "changes are found by the nightly pass only",
          "patient", "this part of a patient's record cannot be read",
          "_id", "patients cannot be read together");

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

  private final Map<Role, CamelFhirStore> servers;

  public CapabilityCheck(Map<Role, CamelFhirStore> servers) {
    this.servers = Map.copyOf(servers);
  }

  /** Names every gap in the log; a server that is down now is not a gap. */
  public void log() {
    servers.forEach(
        (role, server) -> {
          try {
            List<Gap> gaps = gaps(role, server.capabilities());
            gaps.forEach(
                gap -> LOG.warn("{}: no {}: {}", server.name(), gap.missing(), gap.consequence()));
            LOG.info("{} as {}: {} gaps", server.name(), role.name().toLowerCase(), gaps.size());
          } catch (FhirStore.StoreUnavailable e) {
            LOG.warn("{} does not answer; work begins when it does", server.name());
          }
        });
  }

  static List<Gap> gaps(Role role, Capabilities server) {
    List<Gap> gaps = new ArrayList<>();
    (role == Role.SOURCE ? SOURCE : PLANS)
        .forEach((type, parameters) -> gaps.addAll(gaps(server, type, parameters)));
    if (role == Role.PLANS) {
      gaps.addAll(planGaps(server));
    }
    return gaps;
  }

  private static List<Gap> gaps(Capabilities server, String type, List<String> parameters) {
    if (!server.has(type)) {
      return List.of(new Gap(type, "nothing that needs it is planned or written"));
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
