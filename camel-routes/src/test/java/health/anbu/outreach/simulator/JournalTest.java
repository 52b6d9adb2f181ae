package health.anbu.outreach.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
  @TempDir Path folder;

  @Test
  void keepsLinesOverReopening() throws Exception {
    try (Journal journal = open()) {
      journal.append("안녕");
    }
    try (Journal journal = open()) {
      assertThat(journal.lines()).containsExactly("안녕");
      journal.append("second");
    }
    try (Journal journal = open()) {
      assertThat(journal.lines()).containsExactly("안녕", "second");
    }
  }

  @Test
  void dropsALineThatAKillTore() throws Exception {
    try (Journal journal = open()) {
      journal.append("whole");
    }
    Files.writeString(file(), "{\"torn", StandardOpenOption.APPEND);
    try (Journal journal = open()) {
      assertThat(journal.lines()).containsExactly("whole");
      journal.append("next");
    }
    assertThat(Files.readAllLines(file())).containsExactly("whole", "next");
  }

  @Test
  void hasALineOnTheDiskWhenAppendReturns() throws Exception {
    try (Journal journal = open()) {
      journal.append("now");
      assertThat(Files.readAllLines(file())).containsExactly("now");
    }
  }

  @Test
  void takesManySendersAtOnce() throws Exception {
    var senders = Executors.newFixedThreadPool(16);
    try (Journal journal = open()) {
      List<Future<?>> appended = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        String line = "line-" + i;
        appended.add(senders.submit(() -> journal.append(line)));
      }
      for (Future<?> future : appended) {
        future.get();
      }
    } finally {
      senders.shutdown();
    }
    assertThat(Files.readAllLines(file())).hasSize(500).doesNotHaveDuplicates();
  }

  private Journal open() {
    return new Journal(file());
  }

  private Path file() {
    return folder.resolve("accepted.jsonl");
  }
}
