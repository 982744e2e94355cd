package kz.ruralincome.domain.sample;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.IntFunction;

/** A text in UTF-8 that is made part by part while it is read, so that it is nowhere kept as a whole. */
final class SampleContent extends InputStream {

    private static final int ENOUGH = 8192;

    private final int parts;
    private final IntFunction<String> writer;
    private byte[] bytes;
    private int place;
    private int part;

    /** @param writer gives a part by its number, the first is 0; may be empty */
    SampleContent(String heading, int parts, IntFunction<String> writer) {
        this.bytes = heading.getBytes(StandardCharsets.UTF_8);
        this.parts = parts;
        this.writer = writer;
    }

    @Override
    public int read() {
        return isAtEnd() ? -1 : bytes[place++] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int count = Math.min(length, bytes.length - place);
        System.arraycopy(bytes, place, target, offset, count);
        place += count;
        return count;
    }

    private boolean isAtEnd() {
        while (place == bytes.length && part < parts) {
            var text = new StringBuilder();
            while (part < parts && text.length() < ENOUGH) {
                text.append(writer.apply(part++));
            }
            bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            place = 0;
        }
        return place == bytes.length;
    }
}
