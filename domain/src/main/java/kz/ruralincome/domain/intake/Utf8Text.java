package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * UTF-8 with or without a byte order mark. Bytes that are not UTF-8 end the reading with a guess what they are: a file
 * half read in a wrong encoding would fill the register with rubbish.
 */
final class Utf8Text extends Reader {

    private static final int BUFFER = 64 * 1024;

    private final InputStream bytes;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
    private final CharsetDecoder decoder =
            StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    private boolean ended;

    private Utf8Text(InputStream bytes) {
        this.bytes = bytes;
        buffer.limit(0);
    }

    static Utf8Text of(InputStream bytes) throws IOException {
        Utf8Text text = new Utf8Text(bytes);
        text.fill();
        byte[] start = text.buffer.array();
        int length = text.buffer.limit();
        if (length >= 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
            text.buffer.position(3);
        } else if (length >= 2
                && ((start[0] & 0xFF) == 0xFF && (start[1] & 0xFF) == 0xFE
                        || (start[0] & 0xFF) == 0xFE && (start[1] & 0xFF) == 0xFF
                        || start[0] == 0
                        || start[1] == 0)) {
            throw FileRefused.because("file.encoding", "UTF-16");
        }
        return text;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        CharBuffer chars = CharBuffer.wrap(target, offset, length);
        while (true) {
            CoderResult result = decoder.decode(buffer, chars, ended);
            if (result.isError()) {
                throw new NotUtf8(guess());
            }
            int read = chars.position() - offset;
            if (read > 0) {
                return read;
            }
            if (ended) {
                return -1;
            }
            if (result.isOverflow()) {
                return read; // a pair of surrogates into one place: the caller never asks for so little
            }
            fill();
        }
    }

    private void fill() throws IOException {
        buffer.compact();
        int read = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
        if (read < 0) {
            ended = true;
        } else {
            buffer.position(buffer.position() + read);
        }
        buffer.flip();
    }

    /** Russian and Kazakh text in Windows-1251 is made of bytes from C0 on, one a letter. */
    private String guess() {
        int letters = 0;
        int others = 0;
        for (int i = buffer.position(); i < buffer.limit(); i++) {
            int value = buffer.get(i) & 0xFF;
            if (value >= 0xC0) {
                letters++;
            } else if (value >= 0x80) {
                others++;
            }
        }
        return letters > 3 * others ? "Windows-1251" : "";
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }

    /** The bytes are not UTF-8. */
    static final class NotUtf8 extends IOException {

        private static final long serialVersionUID = 1;

        private final String guess;

        NotUtf8(String guess) {
            super("not UTF-8");
            this.guess = guess;
        }

        String guess() {
            return guess;
        }
    }
}
