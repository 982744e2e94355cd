package kz.ruralincome.domain.credit;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A body that is just coming in, block by block: hashed, its lines counted, and given up when it is too large or too slow. */
final class BatchBody {

    static final int MOST_LINES = 50_000;
    static final long MOST_BYTES = 256L << 20;

    /** After a start, at least so many bytes have to have come for each second. */
    private static final long BYTES_A_SECOND = 16 * 1024;

    private static final long START_NANOS = 30_000_000_000L;

    private final InputStream body;
    private final MessageDigest digest = sha256();
    private final long begun = System.nanoTime();
    private long size;
    private int lines;
    private boolean lineHasText;

    BatchBody(InputStream body) {
        this.body = body;
    }

    /** The next block, all but the last of one size; empty at the end. */
    byte[] next() throws IOException {
        byte[] block = new byte[BatchLines.BLOCK];
        int filled = 0;
        int read = 0;
        while (filled < block.length && read >= 0) {
            read = body.read(block, filled, block.length - filled);
            if (read > 0) {
                count(block, filled, read);
                filled += read;
            }
            demandPace();
        }
        if (filled == block.length) {
            digest.update(block);
            return block;
        }
        digest.update(block, 0, filled);
        return java.util.Arrays.copyOf(block, filled);
    }

    byte[] hash() {
        return digest.digest();
    }

    private void count(byte[] block, int from, int length) {
        size += length;
        if (size > MOST_BYTES) {
            throw new BatchTooLarge("batch.too-large", MOST_BYTES >> 20);
        }
        for (int i = from; i < from + length; i++) {
            if (block[i] == '\n') {
                lineHasText = false;
            } else if (!lineHasText && block[i] != ' ' && block[i] != '\t' && block[i] != '\r') {
                lineHasText = true;
                lines++;
            }
        }
        if (lines > MOST_LINES) {
            throw new BatchTooLarge("batch.too-many-lines", MOST_LINES);
        }
    }

    private void demandPace() {
        long waited = System.nanoTime() - begun - START_NANOS;
        if (waited > 0 && size < waited / 1_000_000_000L * BYTES_A_SECOND) {
            throw new SenderTooSlow();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }
}
