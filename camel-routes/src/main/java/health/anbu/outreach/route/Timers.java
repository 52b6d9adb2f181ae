package health.anbu.outreach.route;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceNotFoundException;
import com.github.kagkarlsson.scheduler.jdbc.AutodetectJdbcCustomization;
import com.github.kagkarlsson.scheduler.jdbc.JdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.SchedulableInstance;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.TaskInstanceId;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

/**
 * One timer for each active outreach request, in db-scheduler's table: an index on the truth that
 * is in FHIR. Losing it loses nothing, because reconciling a patient sets it again.
 */
final class Timers implements TimedWork {

  /** Takes a message whose time has come; completes its future when it is recorded. */
  interface DueListener {
    void due(DueMessage message);
  }

  private static final TaskDescriptor<DueTimer> OUTREACH =
      TaskDescriptor.of("outreach", DueTimer.class);
  private static final String TABLE = "anbu_timers";
  private static final String FIRST = " fetch first 1 row only";
  private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

  private final NamedParameterJdbcTemplate jdbc;
  private final Clock clock;
  private final Scheduler scheduler;
  private final String node;
  private final DueListener listener;
  private final Map<String, DueTimer> unfinished = new ConcurrentHashMap<>();
  private final ScheduledExecutorService realTime =
      Executors.newSingleThreadScheduledExecutor(Timers::daemon);

  /**
   * @param node the name of this process, which no other on this database has
   * @param threads how many due messages are worked on at once
   */
  Timers(DataSource dataSource, Clock clock, String node, int threads, DueListener listener) {
    RouteSchema.create(dataSource);
    this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    this.clock = clock;
    this.node = node;
    this.listener = listener;
    this.scheduler = scheduler(dataSource, threads);
  }

  private Scheduler scheduler(DataSource dataSource, int threads) {
    CustomTask<DueTimer> task =
        Tasks.custom(OUTREACH)
            // A send may have happened on the node that died: ask before sending again.
            .onDeadExecution(
                (complete, operations) ->
                    operations.reschedule(
                        complete, clock.instant(), suspect(complete.getExecution().taskInstance)))
            .execute(this::fire);
    SchedulerBuilder builder =
        Scheduler.create(dataSource, task)
            .tableName(TABLE)
            .schedulerName(new SchedulerName.Fixed(node))
            .clock(clock::instant)
            .threads(threads)
            .pollingInterval(Duration.ofSeconds(1))
            .heartbeatInterval(Duration.ofSeconds(10))
            .missedHeartbeatsLimit(6)
            .shutdownMaxWait(Duration.ofSeconds(20));
    JdbcCustomization database = new AutodetectJdbcCustomization(dataSource);
    // Locking many at once is cheaper, where the database can (PostgreSQL; not H2).
    return database.supportsGenericLockAndFetch() || database.supportsSingleStatementLockAndFetch()
        ? builder.pollUsingLockAndFetch(0.5, 1.0).build()
        : builder.pollUsingFetchAndLockOnExecute(0.5, 3.0).build();
  }

  private static DueTimer suspect(TaskInstance<?> instance) {
    return ((DueTimer) instance.getData()).asSuspect();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "timers");
    thread.setDaemon(true);
    return thread;
  }

  void start() {
    releaseOwn();
    scheduler.start();
    realTime.scheduleWithFixedDelay(this::lookAfter, 1, 1, TimeUnit.SECONDS);
  }

  void stop() {
    realTime.shutdownNow();
    scheduler.stop();
  }

  /**
   * In real time, whatever the Clock does: timers whose end could not be written while the database
   * was away are let go of, and a scheduler that waits for a clock that stands still is woken.
   */
  private void lookAfter() {
    try {
      unfinished.forEach(
          (request, timer) -> {
            release(request, timer.asSuspect());
            unfinished.remove(request);
          });
      if (clock instanceof SimulatedClock) {
        scheduler.triggerCheckForDueExecutions();
      }
    } catch (RuntimeException e) {
      LOG.debug("the database is still away: {}", e.toString());
    }
  }

  /**
   * What this node had begun before it went down: each becomes due again, but as a suspect, so that
   * the provider is asked before anything is sent.
   */
  private void releaseOwn() {
    List<String> begun =
        jdbc.queryForList(
            "select task_instance from " + TABLE + " where picked = true and picked_by = :node",
            Map.of("node", node),
            String.class);
    for (String request : begun) {
      TaskInstanceId id = OUTREACH.instanceId(request);
      DueTimer timer = (DueTimer) scheduler.getScheduledExecution(id).orElseThrow().getData();
      release(request, timer.asSuspect());
    }
  }

  /** In one statement, so that a kill in between leaves it either begun or suspect. */
  private void release(String request, DueTimer suspect) {
    jdbc.update(
        "update "
            + TABLE
            + " set picked = false, picked_by = null, last_heartbeat = null,"
            + " version = version + 1, task_data = :data"
            + " where task_name = :task and task_instance = :request and picked_by = :node",
        new MapSqlParameterSource()
            .addValue("data", Serializer.DEFAULT_JAVA_SERIALIZER.serialize(suspect))
            .addValue("task", OUTREACH.getTaskName())
            .addValue("request", request)
            .addValue("node", node));
  }

  private CompletionHandler<DueTimer> fire(
      TaskInstance<DueTimer> instance, ExecutionContext context) {
    CompletableFuture<DueMessage.TimerEnd> end = new CompletableFuture<>();
    listener.due(new DueMessage(instance.getId(), instance.getData(), end));
    return (complete, operations) -> {
      DueMessage.TimerEnd result = await(end);
      try {
        if (result instanceof DueMessage.TimerEnd.Again again) {
          operations.reschedule(complete, again.at(), again.timer());
          wake(again.at());
        } else {
          operations.remove();
        }
      } catch (RuntimeException e) {
        unfinished.put(instance.getId(), instance.getData());
        throw e;
      }
    };
  }

  private static DueMessage.TimerEnd await(CompletableFuture<DueMessage.TimerEnd> end) {
    try {
      return end.get();
    } catch (InterruptedException e) {
      // The node is going down: the timer stays begun and is a suspect at the next start.
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a message was under way", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a due message failed", e.getCause());
    }
  }

  /**
   * What the timers of a patient should be.
   *
   * @param dueTimes by request; empty for one that is not active
   */
  record Wanted(String patient, Map<String, Optional<Instant>> dueTimes) {}

  /** Makes the timers of patients' requests what the requests say. */
  void follow(Collection<Wanted> patients) {
    Map<String, String> patientOf = new HashMap<>();
    Map<String, Instant> wanted = new HashMap<>();
    for (Wanted one : patients) {
      one.dueTimes()
          .forEach(
              (request, due) -> {
                patientOf.put(request, one.patient());
                due.ifPresent(at -> wanted.put(request, at));
              });
    }
    set(patientOf, wanted);
  }

  private void set(Map<String, String> patientOf, Map<String, Instant> wanted) {
    if (patientOf.isEmpty()) {
      return;
    }
    Map<String, Instant> known = known(patientOf.keySet());
    known.entrySet().stream()
        .filter(timer -> timer.getValue() == null)
        .forEach(underWay -> patientOf.remove(underWay.getKey()));
    List<SchedulableInstance<?>> missing = new ArrayList<>();
    patientOf.forEach(
        (request, patient) -> {
          Instant due = wanted.get(request);
          Instant set = known.get(request);
          if (due != null && set == null) {
            missing.add(instance(request, patient, due));
          } else if (due != null && !due.equals(set)) {
            unlessUnderWay(() -> reschedule(request, due));
          } else if (due == null && set != null) {
            unlessUnderWay(() -> scheduler.cancel(OUTREACH.instanceId(request)));
          }
        });
    schedule(missing);
  }

  private static SchedulableInstance<DueTimer> instance(
      String request, String patient, Instant due) {
    return SchedulableInstance.of(
        OUTREACH.instance(request).data(DueTimer.fresh(patient)).build(), due);
  }

  private void schedule(List<SchedulableInstance<?>> missing) {
    if (missing.size() == 1) {
      scheduler.scheduleIfNotExists(missing.get(0));
    } else if (!missing.isEmpty()) {
      try {
        scheduler.scheduleBatch(missing);
      } catch (RuntimeException e) {
        // Another node set one of them in between: one by one, those that are there stay.
        missing.forEach(scheduler::scheduleIfNotExists);
      }
    }
    missing.stream()
        .map(m -> m.getNextExecutionTime(null))
        .min(Instant::compareTo)
        .ifPresent(this::wake);
  }

  private void reschedule(String request, Instant due) {
    scheduler.reschedule(OUTREACH.instanceId(request), due);
    wake(due);
  }

  /** The scheduler counts its polling by the Clock: while that stands still it has to be woken. */
  private void wake(Instant due) {
    if (!due.isAfter(clock.instant())) {
      scheduler.triggerCheckForDueExecutions();
    }
  }

  /** What has just begun plans again by itself before it sends. */
  private static void unlessUnderWay(Runnable change) {
    try {
      change.run();
    } catch (TaskInstanceCurrentlyExecutingException | TaskInstanceNotFoundException e) {
      LOG.debug("a timer was under way: {}", e.getClass().getSimpleName());
    }
  }

  /** When the timers that exist fire; those under way decide by themselves and are left alone. */
  private Map<String, Instant> known(Collection<String> requests) {
    Map<String, Instant> known = new HashMap<>();
    jdbc.query(
        "select task_instance, execution_time, picked from "
            + TABLE
            + " where task_name = :task and task_instance in (:requests)",
        Map.of("task", OUTREACH.getTaskName(), "requests", requests),
        row -> {
          known.put(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant());
        });
    return known;
  }

  /** Whether this request has a timer, which may be under way. */
  boolean has(String request) {
    return !known(List.of(request)).isEmpty();
  }

  /** Two questions that an index answers each: one with "or" would read every timer there is. */
  @Override
  public boolean isIdle() {
    Map<String, Object> now = Map.of("now", clock.instant().atOffset(ZoneOffset.UTC));
    return isNone("execution_time <= :now", now)
        && isNone("last_heartbeat is not null and picked = true", Map.of());
  }

  private boolean isNone(String condition, Map<String, Object> values) {
    String sql = "select task_instance from " + TABLE + " where " + condition + FIRST;
    return jdbc.queryForList(sql, values, String.class).isEmpty();
  }

  @Override
  public Optional<Instant> nextDue() {
    String sql =
        "select execution_time from " + TABLE + " where picked = false order by execution_time";
    return jdbc.queryForList(sql + FIRST, Map.of(), OffsetDateTime.class).stream()
        .map(OffsetDateTime::toInstant)
        .findFirst();
  }

  @Override
  public void runDue(Instant now) {
    scheduler.triggerCheckForDueExecutions();
  }
}
