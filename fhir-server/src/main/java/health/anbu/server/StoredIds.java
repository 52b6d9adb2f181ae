package health.anbu.server;

import ca.uhn.fhir.jpa.model.dao.JpaPid;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The ids that resources have outside, by the keys they have in the database. */
@Component
class StoredIds {

  private final NamedParameterJdbcTemplate jdbc;

  StoredIds(DataSource database) {
    this.jdbc = new NamedParameterJdbcTemplate(database);
  }

  /** In the order of the keys in the database. */
  List<String> of(Collection<JpaPid> keys) {
    return jdbc.queryForList(
        "select fhir_id from hfj_resource where res_id in (:keys) order by res_id",
        Map.of("keys", keys.stream().map(JpaPid::getId).toList()),
        String.class);
  }
}
