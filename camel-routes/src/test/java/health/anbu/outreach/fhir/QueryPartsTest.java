package health.anbu.outreach.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryPartsTest {

  private static List<String> values(List<Query> parts, String name) {
    return parts.stream()
        .flatMap(part -> part.parameters().stream())
        .filter(parameter -> parameter.name().equals(name))
        .flatMap(parameter -> parameter.values().stream())
        .toList();
  }

  @Test
  void fewValuesStayTogether() {
    Query query = Query.of("Encounter").where("patient", "a", "b").pageSize(10);
    assertThat(QueryParts.of(query)).containsExactly(query);
  }

  @Test
  void manyValuesAreAskedForInParts() {
    List<String> ids = IntStream.range(0, 250).mapToObj(Integer::toString).toList();
    List<Query> parts = QueryParts.of(Query.of("Encounter").where("patient", ids).pageSize(10));
    assertThat(values(parts, "patient")).containsExactlyElementsOf(ids);
    assertThat(parts)
        .allSatisfy(part -> assertThat(values(List.of(part), "_count")).containsExactly("10"))
        .allSatisfy(
            part -> assertThat(values(List.of(part), "patient")).hasSizeLessThanOrEqualTo(25));
  }

  @Test
  void noUrlIsLongerThanServersTake() {
    List<String> ids = Stream.generate(() -> UUID.randomUUID().toString()).limit(100).toList();
    List<Query> parts = QueryParts.of(Query.of("Patient").where("_id", ids));
    assertThat(values(parts, "_id")).containsExactlyElementsOf(ids);
    assertThat(parts).allSatisfy(part -> assertThat(part.url().length()).isLessThan(2000));
  }
}
