package health.anbu.outreach.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * When messages of a whole clinic go, once a throttle lets only so many through a minute and a day:
 * the others come back in the minute or on the day in which there is room.
 */
public final class Throttling {

  /** null for no limit. */
  public record Limit(Integer perMinute, Integer perDay) {}

  /**
   * A message that wants to go.
   *
   * @param open the first instant from a given one on at which it may go
   */
  public record Wish(Projection.Send send, UnaryOperator<Instant> open) {}

  /** When it goes. */
  public record Turn(Projection.Send send, Instant at) {
    public boolean throttled() {
      return at.isAfter(send.at());
    }
  }

  private record Waiting(Wish wish, Instant at, int place) {}

  private final Function<String, Limit> limits;
  private final ZoneId zone;
  private final Map<String, Integer> taken = new HashMap<>();
  private final Map<String, Integer> promised = new HashMap<>();

  private Throttling(Function<String, Limit> limits, ZoneId zone) {
    this.limits = limits;
    this.zone = zone;
  }

  /** The turns in order; what would be too late by then is left out. */
  public static List<Turn> of(List<Wish> wishes, Function<String, Limit> limits, ZoneId zone) {
    return new Throttling(limits, zone).turns(wishes);
  }

  private List<Turn> turns(List<Wish> wishes) {
    PriorityQueue<Waiting> queue =
        new PriorityQueue<>(Comparator.comparing(Waiting::at).thenComparing(Waiting::place));
    for (Wish wish : wishes) {
      queue.add(new Waiting(wish, wish.send().at(), queue.size()));
    }
    List<Turn> turns = new ArrayList<>();
    while (!queue.isEmpty()) {
      Waiting next = queue.poll();
      Instant later = take(next.wish().send().channel(), next.at());
      if (later == null) {
        turns.add(new Turn(next.wish().send(), next.at()));
      } else {
        Instant sendBy = next.wish().send().message().sendBy();
        Instant open = next.wish().open().apply(later);
        if (sendBy == null || open.isBefore(sendBy)) {
          queue.add(new Waiting(next.wish(), open, next.place()));
        }
      }
    }
    return turns;
  }

  /** null for a place now, else when to come again. */
  private Instant take(String channel, Instant now) {
    Limit limit = limits.apply(channel);
    long day = LocalDate.ofInstant(now, zone).toEpochDay();
    long minute = Math.floorDiv(now.getEpochSecond(), 60);
    if (full(channel + ":day:" + day, limit.perDay())) {
      long later = promise(channel + ":day:", day, limit.perDay());
      return LocalDate.ofEpochDay(later).atStartOfDay(zone).toInstant();
    }
    if (full(channel + ":minute:" + minute, limit.perMinute())) {
      return Instant.ofEpochSecond(promise(channel + ":minute:", minute, limit.perMinute()) * 60);
    }
    taken.merge(channel + ":day:" + day, 1, Integer::sum);
    taken.merge(channel + ":minute:" + minute, 1, Integer::sum);
    return null;
  }

  private boolean full(String slot, Integer limit) {
    return limit != null && taken.getOrDefault(slot, 0) >= limit;
  }

  private long promise(String lane, long slot, int limit) {
    long next = slot + 1;
    while (promised.getOrDefault(lane + next, 0) >= limit) {
      next++;
    }
    promised.merge(lane + next, 1, Integer::sum);
    return next;
  }
}
