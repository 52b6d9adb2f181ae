package health.anbu.outreach.simulator;

import health.anbu.outreach.route.TimedWork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings webhooks to the product, in order for each message, and again where it answers 5xx. */
final class WebhookSender implements TimedWork, AutoCloseable {
  /** A signed request, made when it is sent. */
  record Webhook(URI url, String contentType, String header, String signature, String body) {}

  /** One try to bring something to the product, over whatever protocol. */
  @FunctionalInterface
  interface Delivery {
    /** False where the product did not take it and it is to be brought again. */
    boolean taken();
  }

  /** They are made when they are due: only then is the product's address known. */
  private record Later(Instant due, Supplier<List<Delivery>> deliveries) {}

  private static final Logger LOG = LoggerFactory.getLogger(WebhookSender.class);
  private static final int TRIES = 6;
  private static final long FIRST_PAUSE_MS = 100;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final ScheduledExecutorService executor =
      Executors.newScheduledThreadPool(32, WebhookSender::daemon);
  private final PriorityQueue<Later> later = new PriorityQueue<>(Comparator.comparing(Later::due));
  private final AtomicLong underWay = new AtomicLong();
  private final Clock clock;

  WebhookSender(Clock clock) {
    this.clock = clock;
    // With a real clock nobody calls runDue.
    executor.scheduleWithFixedDelay(() -> runDue(clock.instant()), 1, 1, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "simulator-webhook");
    thread.setDaemon(true);
    return thread;
  }

  /** Sends these one after the other, at once or when their time has come. */
  void sendLater(Instant due, Supplier<List<Webhook>> webhooks) {
    deliverLater(
        due,
        () -> webhooks.get().stream().map(webhook -> (Delivery) () -> taken(webhook)).toList());
  }

  /** The same for what does not travel by HTTP. */
  void deliverLater(Instant due, Supplier<List<Delivery>> deliveries) {
    if (due.isAfter(clock.instant())) {
      synchronized (later) {
        later.add(new Later(due, deliveries));
      }
    } else {
      start(deliveries);
    }
  }

  private void start(Supplier<List<Delivery>> deliveries) {
    underWay.incrementAndGet();
    executor.execute(() -> attempt(made(deliveries), 0, 1));
  }

  private static List<Delivery> made(Supplier<List<Delivery>> deliveries) {
    try {
      return deliveries.get();
    } catch (RuntimeException e) {
      LOG.warn("a webhook could not be made: {}", e.getMessage());
      return List.of();
    }
  }

  private void attempt(List<Delivery> deliveries, int position, int attempt) {
    if (position == deliveries.size()) {
      underWay.decrementAndGet();
    } else if (deliveries.get(position).taken()) {
      attempt(deliveries, position + 1, 1);
    } else if (attempt < TRIES) {
      long pause = FIRST_PAUSE_MS << attempt;
      executor.schedule(
          () -> attempt(deliveries, position, attempt + 1), pause, TimeUnit.MILLISECONDS);
    } else {
      LOG.warn("a webhook was given up after {} attempts", TRIES);
      attempt(deliveries, position + 1, 1);
    }
  }

  /** Anything but a 5xx is an answer; a refusal does not change by repeating. */
  private boolean taken(Webhook webhook) {
    HttpRequest request =
        HttpRequest.newBuilder(webhook.url())
            .timeout(Duration.ofSeconds(15))
            .header("Content-Type", webhook.contentType())
            .header(webhook.header(), webhook.signature())
            .POST(HttpRequest.BodyPublishers.ofString(webhook.body()))
            .build();
    try {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status >= 400) {
        LOG.warn("the product answered {} to a webhook at {}", status, webhook.url().getPath());
      }
      return status < 500;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public boolean isIdle() {
    return underWay.get() == 0;
  }

  @Override
  public Optional<Instant> nextDue() {
    synchronized (later) {
      return Optional.ofNullable(later.peek()).map(Later::due);
    }
  }

  @Override
  public void runDue(Instant now) {
    synchronized (later) {
      while (!later.isEmpty() && !later.peek().due().isAfter(now)) {
        start(later.poll().deliveries());
      }
    }
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
