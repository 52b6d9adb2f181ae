package health.anbu.outreach.route;

import health.anbu.outreach.content.Gsm7;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jsmpp.bean.DataCoding;
import org.jsmpp.bean.DataCodings;
import org.jsmpp.bean.MessageRequest;
import org.jsmpp.bean.OptionalParameter;

/**
 * A text on its way through an SMSC: in the default alphabet where that has all its letters, else
 * in UCS-2. One that does not fit into a single part goes whole as message_payload; the SMSC splits
 * it, so that there is one id and one receipt.
 *
 * @param coding data_coding
 */
public record SmppText(byte coding, byte[] bytes, boolean fitsOnePart) {
  private static final byte DEFAULT = 0;
  private static final byte ASCII = 1;
  private static final byte LATIN_1 = 3;
  private static final byte UCS_2 = 8;
  private static final int SEPTETS = 160;
  private static final int UCS_2_BYTES = 140;
  private static final byte[] NOTHING = new byte[0];

  public static SmppText of(String text) {
    if (Gsm7.canWrite(text)) {
      byte[] septets = Gsm7.encode(text);
      return new SmppText(DEFAULT, septets, septets.length <= SEPTETS);
    }
    byte[] units = text.getBytes(StandardCharsets.UTF_16BE);
    return new SmppText(UCS_2, units, units.length <= UCS_2_BYTES);
  }

  public DataCoding dataCoding() {
    return DataCodings.newInstance(coding);
  }

  public byte[] shortMessage() {
    return fitsOnePart ? bytes : NOTHING;
  }

  public OptionalParameter[] parameters() {
    return fitsOnePart
        ? new OptionalParameter[0]
        : new OptionalParameter[] {new OptionalParameter.Message_payload(bytes)};
  }

  /** The text of a submit_sm or deliver_sm, without a user data header. */
  public static String read(MessageRequest request) {
    OptionalParameter.OctetString payload =
        request.getOptionalParameter(OptionalParameter.Message_payload.class);
    byte[] bytes = payload == null ? request.getShortMessage() : payload.getValue();
    byte[] all = bytes == null ? NOTHING : bytes;
    boolean header = (request.getEsmClass() & 0x40) != 0 && all.length > 0;
    int skipped = header ? Math.min(all.length, 1 + (all[0] & 0xFF)) : 0;
    return decode(request.getDataCoding(), Arrays.copyOfRange(all, skipped, all.length));
  }

  private static String decode(byte coding, byte[] bytes) {
    return switch (coding) {
      case UCS_2 -> new String(bytes, StandardCharsets.UTF_16BE);
      case ASCII -> new String(bytes, StandardCharsets.US_ASCII);
      case LATIN_1 -> new String(bytes, StandardCharsets.ISO_8859_1);
      default -> Gsm7.decode(bytes);
    };
  }
}
