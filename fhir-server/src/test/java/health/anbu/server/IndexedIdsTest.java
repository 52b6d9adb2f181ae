package health.anbu.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IndexedIdsTest {

  private static String inspected(String sql) {
    return new IndexedIds().inspect(sql);
  }

  @Test
  void asksForManyIdsByPairsInTheSameOrder() {
    assertThat(
            inspected(
                "select r.RES_ID from HFJ_RESOURCE r where (r.RES_TYPE=? and r.FHIR_ID=? or"
                    + " r.RES_TYPE=? and r.FHIR_ID=? or r.RES_TYPE=? and r.FHIR_ID=?) and r.X=?"))
        .isEqualTo(
            "select r.RES_ID from HFJ_RESOURCE r where ((r.RES_TYPE,r.FHIR_ID) in"
                + " ((?,?),(?,?),(?,?))) and r.X=?");
  }

  @Test
  void leavesEverythingElseAlone() {
    for (String sql :
        new String[] {
          "select r.RES_ID from HFJ_RESOURCE r where r.RES_TYPE=? and r.FHIR_ID=?",
          "select r.RES_ID from HFJ_RESOURCE r where (r.RES_TYPE=? and r.FHIR_ID=? or r.X=?)",
          "select 1"
        }) {
      assertThat(inspected(sql)).isEqualTo(sql);
    }
  }
}
