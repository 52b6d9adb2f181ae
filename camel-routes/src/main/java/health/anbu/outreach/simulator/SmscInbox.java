package health.anbu.outreach.simulator;

import health.anbu.outreach.route.SmppText;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.BroadcastSm;
import org.jsmpp.bean.CancelBroadcastSm;
import org.jsmpp.bean.CancelSm;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.QueryBroadcastSm;
import org.jsmpp.bean.QuerySm;
import org.jsmpp.bean.ReplaceSm;
import org.jsmpp.bean.SubmitMulti;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.ProcessRequestException;
import org.jsmpp.session.BroadcastSmResult;
import org.jsmpp.session.DataSmResult;
import org.jsmpp.session.QueryBroadcastSmResult;
import org.jsmpp.session.QuerySmResult;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.ServerMessageReceiverListener;
import org.jsmpp.session.Session;
import org.jsmpp.session.SubmitMultiResult;
import org.jsmpp.session.SubmitSmResult;
import org.jsmpp.util.MessageId;

/** What the simulated SMSC does with the requests of its clients. */
final class SmscInbox implements ServerMessageReceiverListener, AutoCloseable {
  private static final int UNKNOWN_COMMAND = 0x03;
  private static final int SYSTEM_ERROR = 0x08;
  private static final int NO_DESTINATION = 0x0B;
  private static final int NO_MESSAGE_ID = 0x0C;
  private static final int THROTTLED = 0x58;
  private static final int SILENCE_SECONDS = 30;

  private final SecureRandom random = new SecureRandom();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AcceptedMessages messages;
  private final Faults faults;
  private final Carrier carrier;
  private final BiConsumer<AcceptedMessage, Carrier.Fate> report;

  SmscInbox(
      AcceptedMessages messages,
      Faults faults,
      Carrier carrier,
      BiConsumer<AcceptedMessage, Carrier.Fate> report) {
    this.messages = messages;
    this.faults = faults;
    this.carrier = carrier;
    this.report = report;
  }

  @Override
  public SubmitSmResult onAcceptSubmitSm(SubmitSm submit, SMPPServerSession source)
      throws ProcessRequestException {
    refuse(submit);
    Carrier.Fate fate = carrier.smpp();
    AcceptedMessage message = message(submit, fate);
    messages.accept(message);
    if (!fate.lost() && submit.isSmscDelReceiptSuccessAndFailureRequested()) {
      report.accept(message, fate);
    }
    if (faults.strikes(Carrier.SMPP, FaultKind.TIMEOUT_AFTER_ACCEPT)) {
      beSilent();
    }
    return new SubmitSmResult(id(message.providerId()), new OptionalParameter[0]);
  }

  private void refuse(SubmitSm submit) throws ProcessRequestException {
    if (faults.strikes(Carrier.SMPP, FaultKind.SERVER_ERROR)) {
      throw new ProcessRequestException("system error", SYSTEM_ERROR);
    }
    if (faults.strikes(Carrier.SMPP, FaultKind.THROTTLE)) {
      throw new ProcessRequestException("throttled", THROTTLED);
    }
    if (!submit.getDestAddress().matches("[1-9][0-9]{6,14}")
        || faults.strikes(Carrier.SMPP, FaultKind.REJECT_NUMBER)) {
      throw new ProcessRequestException("no such destination", NO_DESTINATION);
    }
  }

  private AcceptedMessage message(SubmitSm submit, Carrier.Fate fate) {
    byte[] id = new byte[8];
    random.nextBytes(id);
    return new AcceptedMessage(
        "sms",
        Carrier.SMPP,
        "+" + submit.getDestAddress(),
        submit.getSourceAddr(),
        SmppText.read(submit),
        null,
        messages.timestamp(),
        HexFormat.of().formatHex(id),
        null,
        null,
        null,
        null,
        fate.result(),
        fate.at().toString());
  }

  private static MessageId id(String id) {
    try {
      return new MessageId(id);
    } catch (PDUStringException e) {
      throw new IllegalStateException("an id of ours fits into a PDU", e);
    }
  }

  private void beSilent() throws ProcessRequestException {
    try {
      if (!end.await(SILENCE_SECONDS, TimeUnit.SECONDS)) {
        throw new ProcessRequestException("too late", SYSTEM_ERROR);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ProcessRequestException("closing", SYSTEM_ERROR);
    }
  }

  @Override
  public QuerySmResult onAcceptQuerySm(QuerySm query, SMPPServerSession source)
      throws ProcessRequestException {
    AcceptedMessage message =
        messages
            .find(Carrier.SMPP, query.getMessageId())
            .orElseThrow(() -> new ProcessRequestException("unknown id", NO_MESSAGE_ID));
    boolean known = !Instant.parse(message.resultAt()).isAfter(messages.now());
    MessageState state =
        !known
            ? MessageState.ENROUTE
            : message.result().equals("DELIVRD") ? MessageState.DELIVERED : MessageState.REJECTED;
    return new QuerySmResult(null, state, (byte) 0);
  }

  @Override
  public void close() {
    end.countDown();
  }

  private static ProcessRequestException notSupported() {
    return new ProcessRequestException("not simulated", UNKNOWN_COMMAND);
  }

  @Override
  public SubmitMultiResult onAcceptSubmitMulti(SubmitMulti submit, SMPPServerSession source)
      throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public void onAcceptReplaceSm(ReplaceSm replace, SMPPServerSession source)
      throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public void onAcceptCancelSm(CancelSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public BroadcastSmResult onAcceptBroadcastSm(BroadcastSm broadcast, SMPPServerSession source)
      throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public void onAcceptCancelBroadcastSm(CancelBroadcastSm cancel, SMPPServerSession source)
      throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public QueryBroadcastSmResult onAcceptQueryBroadcastSm(
      QueryBroadcastSm query, SMPPServerSession source) throws ProcessRequestException {
    throw notSupported();
  }

  @Override
  public DataSmResult onAcceptDataSm(DataSm data, Session source) throws ProcessRequestException {
    throw notSupported();
  }
}
