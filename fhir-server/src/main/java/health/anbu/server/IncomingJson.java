package health.anbu.server;

import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Looks through JSON before it is read: control and half characters, which FHIR allows in no string
 * and databases choke on; numbers that fill the memory when they are written out; members that are
 * there twice, of which one would be lost.
 */
final class IncomingJson {

  /** As far as a double goes. */
  private static final int MOST_DIGITS = 350;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private IncomingJson() {}

  static boolean isControl(int character) {
    return character < ' ' && character != '\t' && character != '\n' && character != '\r';
  }

  static boolean isWritable(BigDecimal number) {
    return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS;
  }

  static InvalidRequestException tooLong() {
    return new InvalidRequestException(
        "A number has more than " + MOST_DIGITS + " digits. Send one that can be meant.");
  }

  static void check(byte[] body) {
    if (!isUtf8(body)) {
      throw new InvalidRequestException("The body is not in UTF-8. Send it in UTF-8.");
    }
    try (JsonParser json = JSON.createParser(body)) {
      JsonToken token;
      while ((token = json.nextToken()) != null) {
        check(json, token);
      }
    } catch (JsonParseException e) {
      if (String.valueOf(e.getOriginalMessage()).startsWith("Duplicate field")) {
        throw new InvalidRequestException(
            e.getOriginalMessage() + " at line " + e.getLocation().getLineNr() + ". Send it once.");
      }
      // What is no JSON at all the parser itself refuses.
    } catch (IOException e) {
      // Too deep, or cut off: the parser refuses that too.
    }
  }

  /** To the letter, where parsers put a question mark. */
  private static boolean isUtf8(byte[] body) {
    CharsetDecoder strict = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer bytes = ByteBuffer.wrap(body);
    CharBuffer characters = CharBuffer.allocate(8192);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow()) {
      characters.clear();
      result = strict.decode(bytes, characters, true);
    }
    return !result.isError();
  }

  private static void check(JsonParser json, JsonToken token) throws IOException {
    if (token == JsonToken.VALUE_STRING) {
      checkText(json);
    } else if (token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT) {
      checkNumber(json.getText());
    }
  }

  private static void checkText(JsonParser json) throws IOException {
    char[] characters = json.getTextCharacters();
    int end = json.getTextOffset() + json.getTextLength();
    for (int i = json.getTextOffset(); i < end; i++) {
      char character = characters[i];
      if (isControl(character)) {
        throw bad(json, "the control character U+%04X".formatted((int) character));
      }
      if (Character.isSurrogate(character)) {
        if (i + 1 == end || !Character.isSurrogatePair(character, characters[i + 1])) {
          throw bad(json, "half a character, U+%04X".formatted((int) character));
        }
        i++;
      }
    }
  }

  private static InvalidRequestException bad(JsonParser json, String what) {
    return new InvalidRequestException(
        "The text in line %d holds %s. Leave it out."
            .formatted(json.currentLocation().getLineNr(), what));
  }

  private static void checkNumber(String number) {
    if (number.length() > 2 * MOST_DIGITS) {
      throw tooLong();
    }
    int exponent = Math.max(number.indexOf('e'), number.indexOf('E'));
    // Six digits and more are beyond every measure, and may be beyond an int.
    if (exponent >= 0 && number.length() - exponent > 6
        || exponent >= 0 && !isWritable(new BigDecimal(number))) {
      throw tooLong();
    }
  }
}
