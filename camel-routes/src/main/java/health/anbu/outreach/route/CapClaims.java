package health.anbu.outreach.route;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Messages under a frequency cap that are on their way but not recorded yet: another node that
 * decides about the same patient counts them, so that two at once never exceed the cap.
 */
final class CapClaims {

  /** By then a message is recorded, or has been given up. */
  private static final Duration KEPT = Duration.ofHours(1);

  private final NamedParameterJdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final boolean postgres;

  CapClaims(DataSource database) {
    RouteSchema.create(database);
    this.jdbc = new NamedParameterJdbcTemplate(database);
    this.transactions = new TransactionTemplate(new DataSourceTransactionManager(database));
    this.postgres = AdvisoryLocks.areThereOn(database);
  }

  /**
   * Claims a place and says when the others of this patient were claimed. H2 belongs to one
   * process, where a patient's messages take turns.
   *
   * @param recorded requests whose messages are counted already
   */
  synchronized List<Instant> claim(
      String patient, String request, Collection<String> recorded, Instant now) {
    return transactions.execute(
        status -> {
          if (postgres) {
            jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(:name, 0))",
                Map.of("name", "anbu cap " + patient),
                row -> {});
          }
          Map<String, Object> values = values(patient, request, now);
          jdbc.update("delete from anbu_cap_claims where claimed_at < :old", values);
          jdbc.update(
              "delete from anbu_cap_claims where patient = :patient and request = :request",
              values);
          Map<String, Instant> others = others(values);
          jdbc.update(
              "insert into anbu_cap_claims (patient, request, claimed_at)"
                  + " values (:patient, :request, :now)",
              values);
          others.keySet().removeAll(recorded);
          return List.copyOf(others.values());
        });
  }

  private Map<String, Instant> others(Map<String, Object> values) {
    Map<String, Instant> others = new HashMap<>();
    jdbc.query(
        "select request, claimed_at from anbu_cap_claims where patient = :patient",
        values,
        row -> {
          others.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        });
    return others;
  }

  /** It does not go after all. */
  void release(String patient, String request) {
    jdbc.update(
        "delete from anbu_cap_claims where patient = :patient and request = :request",
        Map.of("patient", patient, "request", request));
  }

  private static Map<String, Object> values(String patient, String request, Instant now) {
    return Map.of(
        "patient",
        patient,
        "request",
        request,
        "now",
        now.atOffset(ZoneOffset.UTC),
        "old",
        now.minus(KEPT).atOffset(ZoneOffset.UTC));
  }
}
