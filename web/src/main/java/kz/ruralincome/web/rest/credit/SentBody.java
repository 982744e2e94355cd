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

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int TOO_SLOW = 408;
    private static final int TOO_LARGE = 413;

    private SentBody() {}

    /** The body of a JSON call, whole. */
    static byte[] json(HttpServletRequest request, InputStream body) {
        demandType(request, "application", "json");
        if (request.getContentLengthLong() > LARGEST) {
            throw new ClientErrorException(TOO_LARGE);
        }
        long end = System.nanoTime() + LONGEST.toNanos();
        var read = new ByteArrayOutputStream();
        byte[] block = new byte[8192];
        try {
            for (int length = body.read(block); length >= 0; length = body.read(block)) {
                if (read.size() + length > LARGEST) {
                    throw new ClientErrorException(TOO_LARGE);
                }
                if (System.nanoTime() - end > 0) {
                    throw new ClientErrorException(TOO_SLOW);
                }
                read.write(block, 0, length);
            }
        } catch (IOException gone) {
            throw new BadRequestException(gone); // nobody is there any more to read why
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
