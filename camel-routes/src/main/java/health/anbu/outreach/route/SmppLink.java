package health.anbu.outreach.route;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelExecutionException;
import org.apache.camel.ProducerTemplate;
import org.jsmpp.bean.AlertNotification;
import org.jsmpp.bean.BindType;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.NumberingPlanIndicator;
import org.jsmpp.bean.TypeOfNumber;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BindParameter;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.MessageReceiverListener;
import org.jsmpp.session.SMPPSession;
import org.jsmpp.session.Session;
import org.jsmpp.session.connection.socket.SSLSocketConnectionFactory;
import org.jsmpp.session.connection.socket.SocketConnectionFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The one bind to the SMSC, for both directions. It is kept and made again in the background, in
 * real time: who wants to send while it is down is told so at once and waits nowhere.
 */
@Component("smppLink")
public final class SmppLink implements TimedWork, AutoCloseable {
  /** Where the kamelet takes what the SMSC delivers. */
  static final String DELIVERIES = "direct:smpp-deliveries";

  private static final Logger LOG = LoggerFactory.getLogger(SmppLink.class);
  private static final Duration ENQUIRE = Duration.ofSeconds(30);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final int APPLICATION_ERROR = 0x64;
  private static final int NOT_SUPPORTED = 0x03;

  private final SmppAccount account;
  private final ProducerTemplate camel;
  private final ScheduledExecutorService keeper =
      Executors.newSingleThreadScheduledExecutor(SmppLink::daemon);
  private final AtomicInteger delivering = new AtomicInteger();
  private volatile SMPPSession session;
  private volatile boolean looked = true;
  private Duration pause = Duration.ofSeconds(1);
  private boolean said;

  SmppLink(ProviderEndpoints endpoints, ProducerTemplate camel) {
    this.account = new SmppAccount(endpoints);
    this.camel = camel;
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "smpp-link");
    thread.setDaemon(true);
    return thread;
  }

  SmppAccount account() {
    return account;
  }

  /** Only now the routes are there that take what is delivered. */
  @EventListener(ApplicationReadyEvent.class)
  void open() {
    if (account.wanted()) {
      looked = false;
      keeper.execute(this::keep);
    }
  }

  /** The bind, while it stands. */
  Optional<SMPPSession> bound() {
    return Optional.ofNullable(session).filter(s -> s.getSessionState().isTransmittable());
  }

  private void keep() {
    Duration next = Duration.ofSeconds(1);
    if (bound().isEmpty() && !bind()) {
      next = pause;
      Duration longer = pause.multipliedBy(2);
      pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
    }
    looked = true;
    if (!keeper.isShutdown()) {
      keeper.schedule(this::keep, next.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private boolean bind() {
    SMPPSession fresh =
        new SMPPSession(
            account.tls()
                ? new SSLSocketConnectionFactory()
                : SocketConnectionFactory.getInstance());
    fresh.setEnquireLinkTimer((int) ENQUIRE.toMillis());
    fresh.setTransactionTimer(ANSWER.toMillis());
    fresh.setMessageReceiverListener(new Receiver());
    try {
      fresh.connectAndBind(account.host(), account.port(), parameters(), ANSWER.toMillis());
      session = fresh;
      pause = Duration.ofSeconds(1);
      said = false;
      LOG.info("bound to the SMSC");
      return true;
    } catch (IOException | RuntimeException e) {
      if (!said) {
        LOG.warn("no bind to the SMSC: {}", e.getMessage());
      }
      said = true;
      fresh.close();
      return false;
    }
  }

  private BindParameter parameters() {
    return new BindParameter(
        BindType.BIND_TRX,
        account.systemId(),
        account.password(),
        "",
        TypeOfNumber.UNKNOWN,
        NumberingPlanIndicator.UNKNOWN,
        null);
  }

  @Override
  public boolean isIdle() {
    return looked && delivering.get() == 0;
  }

  @Override
  public Optional<Instant> nextDue() {
    return Optional.empty();
  }

  @Override
  public void runDue(Instant now) {
    // The bind is kept in real time.
  }

  @Override
  public void close() {
    keeper.shutdownNow();
    bound().ifPresent(SMPPSession::unbindAndClose);
  }

  /** A delivery is confirmed once it is stored; otherwise the SMSC comes again. */
  private final class Receiver implements MessageReceiverListener {

    @Override
    public void onAcceptDeliverSm(DeliverSm delivery) throws ProcessRequestException {
      delivering.incrementAndGet();
      try {
        camel.sendBody(DELIVERIES, delivery);
      } catch (CamelExecutionException e) {
        LOG.warn("a delivery of the SMSC waits: {}", cause(e));
        throw new ProcessRequestException("come again", APPLICATION_ERROR);
      } finally {
        delivering.decrementAndGet();
      }
    }

    private static String cause(CamelExecutionException failure) {
      return failure.getCause() == null
          ? "no route takes it"
          : failure.getCause().getClass().getSimpleName();
    }

    @Override
    public void onAcceptAlertNotification(AlertNotification notification) {
      LOG.debug("an alert of the SMSC says nothing to us");
    }

    @Override
    public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
      throw new ProcessRequestException("data_sm is not taken", NOT_SUPPORTED);
    }
  }
}
