package health.anbu.server;

import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hibernate.resource.jdbc.spi.StatementInspector;

/**
 * Looks resources up by id through the index. HAPI asks for the ids of a transaction as {@code
 * type=? and id=? or type=? and id=? ...}, for which H2 reads every resource that there is; for the
 * same as {@code (type,id) in ((?,?),...)} it does not.
 */
public final class IndexedIds implements StatementInspector {

  private static final long serialVersionUID = 1L;

  private static final Pattern FIRST =
      Pattern.compile("\\((\\w+)\\.RES_TYPE=\\? and \\1\\.FHIR_ID=\\?(?= or )");

  @Override
  public String inspect(String sql) {
    Matcher first = FIRST.matcher(sql);
    return first.find() ? byPairs(sql, first) : sql;
  }

  private static String byPairs(String sql, Matcher first) {
    String another = " or " + first.group().substring(1);
    int end = first.end();
    int pairs = 1;
    while (sql.startsWith(another, end)) {
      end += another.length();
      pairs++;
    }
    if (sql.charAt(end) != ')') {
      return sql;
    }
    String alias = first.group(1);
    return sql.substring(0, first.start())
        + "((%1$s.RES_TYPE,%1$s.FHIR_ID) in (".formatted(alias)
        + String.join(",", Collections.nCopies(pairs, "(?,?)"))
        + "))"
        + sql.substring(end + 1);
  }
}
