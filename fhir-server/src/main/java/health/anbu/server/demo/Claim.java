package health.anbu.server.demo;

import java.time.Duration;

/**
 * Something the story says, with what was found when it was checked.
 *
 * @param took real time since the claim before
 */
record Claim(String chapter, String text, String expected, String found, Duration took) {

  boolean held() {
    return expected.equals(found);
  }
}
