package kz.ruralincome.web.rest.credit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Takes in the body of one call: no more than is allowed, and not for ever. */
final class SentBody {

    /** Of one loan or repayment. */
    static final int LARGEST = 2 * 1024 * 1024;

    /** Most clients read an answer only when they have sent all: a body that is somewhat too large is read to its end. */
    private static final int HEARD_OUT = 16 * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;

    private SentBody() {}

    /** The body of a JSON call, whole. */
    static byte[] json(HttpServletRequest request, InputStream body) {
        demandType(request, "application", "json");
        long end = System.nanoTime() + LONGEST.toNanos();
        var read = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        long all = 0;
        try {
            for (int length = body.read(block); length >= 0; length = body.read(block)) {
                all += length;
                if (System.nanoTime() - end > 0) {
                    throw new ClientErrorException(TOO_SLOW);
                }
                if (all > LARGEST + HEARD_OUT) {
                    throw new ClientErrorException(TOO_LARGE);
                }
                if (all <= LARGEST) {
                    read.write(block, 0, length);
                }
            }
        } catch (IOException gone) {
            throw new BadRequestException(gone); // nobody is there any more to read why
        }
        if (all > LARGEST) {
            throw new ClientErrorException(TOO_LARGE);
        }
        return read.toByteArray();
    }

    /** Of this type, in UTF-8, and not packed. */
    static void demandType(HttpServletRequest request, String type, String subtype) {
        MediaType sent = type(request.getContentType());
        String charset = sent.getParameters().getOrDefault(MediaType.CHARSET_PARAMETER, "utf-8");
        String encoding = request.getHeader("Content-Encoding");
        if (!sent.getType().equalsIgnoreCase(type)
                || !sent.getSubtype().equalsIgnoreCase(subtype)
                || !charset.equalsIgnoreCase("utf-8")
                || encoding != null && !encoding.equalsIgnoreCase("identity")) {
            throw new NotSupportedException();
        }
    }

    private static MediaType type(String header) {
        try {
            return MediaType.valueOf(header == null ? "" : header);
        } catch (IllegalArgumentException meaningless) {
            throw new NotSupportedException(meaningless);
        }
    }
}
