package health.anbu.outreach.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** The memory of the simulated providers: what they accepted and who has blocked them. */
final class AcceptedMessages {
  /** One line of the journal: a message, or a number that blocks or no longer blocks a provider. */
  private record Line(AcceptedMessage message, String provider, String number, Boolean blocked) {}

  private static final Duration KEY_LIFE = Duration.ofMinutes(10);

  private final ObjectMapper json = JsonMapper.builder().build();
  private final List<AcceptedMessage> messages = new ArrayList<>();
  private final Map<String, AcceptedMessage> byProviderId = new ConcurrentHashMap<>();
  private final Map<String, AcceptedMessage> byKey = new ConcurrentHashMap<>();
  private final Map<String, Instant> keys = new ConcurrentHashMap<>();
  private final Set<String> blocked = ConcurrentHashMap.newKeySet();
  private final Journal journal;
  private final Clock clock;
  private final ZoneId zone;

  AcceptedMessages(Journal journal, Clock clock, ZoneId zone) {
    this.journal = journal;
    this.clock = clock;
    this.zone = zone;
    journal.lines().forEach(line -> remember(read(line)));
  }

  Instant now() {
    return clock.instant();
  }

  /** The Clock's time as the contract writes it. */
  String timestamp() {
    return OffsetDateTime.ofInstant(clock.instant(), zone).toString();
  }

  /** Returns when the message is safe on the disk; only then may the provider answer. */
  void accept(AcceptedMessage message) {
    Line line = new Line(message, null, null, null);
    journal.append(write(line));
    remember(line);
  }

  void block(String provider, String number, boolean blocks) {
    Line line = new Line(null, provider, number, blocks);
    journal.append(write(line));
    remember(line);
  }

  boolean blocks(String provider, String number) {
    return blocked.contains(provider + number);
  }

  /** False if the key was used within ten minutes; true takes it. */
  boolean takeKey(String provider, String key) {
    Instant now = clock.instant();
    boolean[] taken = new boolean[1];
    keys.compute(
        provider + key,
        (same, used) -> {
          taken[0] = used == null || !used.plus(KEY_LIFE).isAfter(now);
          return taken[0] ? now : used;
        });
    return taken[0];
  }

  /** A request that was not accepted leaves its key free. */
  void releaseKey(String provider, String key) {
    keys.remove(provider + key);
  }

  Optional<AcceptedMessage> find(String provider, String providerId) {
    return Optional.ofNullable(byProviderId.get(provider + providerId));
  }

  /** The message that was accepted under this key, if that is not longer ago. */
  Optional<AcceptedMessage> findByKey(String provider, String key, Duration atMost) {
    return Optional.ofNullable(byKey.get(provider + key))
        .filter(m -> acceptedAt(m).plus(atMost).isAfter(clock.instant()));
  }

  private static Instant acceptedAt(AcceptedMessage message) {
    return OffsetDateTime.parse(message.at()).toInstant();
  }

  /** In the order of acceptance. */
  List<AcceptedMessage> list(Predicate<AcceptedMessage> filter) {
    synchronized (messages) {
      return messages.stream().filter(filter).toList();
    }
  }

  /** The messages whose result the carrier will know only later. */
  List<AcceptedMessage> pending(String provider) {
    Instant now = clock.instant();
    return list(
        message ->
            message.provider().equals(provider) && Instant.parse(message.resultAt()).isAfter(now));
  }

  private void remember(Line line) {
    if (line.message() != null) {
      remember(line.message());
    } else if (Boolean.TRUE.equals(line.blocked())) {
      blocked.add(line.provider() + line.number());
    } else {
      blocked.remove(line.provider() + line.number());
    }
  }

  private void remember(AcceptedMessage message) {
    synchronized (messages) {
      messages.add(message);
    }
    byProviderId.put(message.provider() + message.providerId(), message);
    if (message.idempotencyKey() != null) {
      Instant at = acceptedAt(message);
      byKey.put(message.provider() + message.idempotencyKey(), message);
      keys.merge(message.provider() + message.idempotencyKey(), at, (a, b) -> b);
    }
  }

  private Line read(String line) {
    try {
      return json.readValue(line, Line.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the simulators' journal is damaged", e);
    }
  }

  private String write(Line line) {
    try {
      return json.writeValueAsString(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }
}
