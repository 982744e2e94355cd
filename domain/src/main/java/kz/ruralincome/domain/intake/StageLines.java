package kz.ruralincome.domain.intake;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/** Writes lines of PostgreSQL's COPY text format into blocks of bytes and hands them on. */
final class StageLines {

    private static final int BLOCK = 256 * 1024;

    private final Consumer<byte[]> out;
    private byte[] block = new byte[BLOCK];
    private int length;
    private boolean lineBegun;

    StageLines(Consumer<byte[]> out) {
        this.out = out;
    }

    /** A value, or null. */
    void value(String value) {
        separate();
        if (value == null) {
            put('\\');
            put('N');
            return;
        }
        int n = value.length();
        ensure(n * 3 + 1);
        for (int i = 0; i < n; i++) {
            char c = value.charAt(i);
            if (c < 0x80) {
                switch (c) {
                    case '\\' -> escaped('\\');
                    case '\t' -> escaped('t');
                    case '\n' -> escaped('n');
                    case '\r' -> escaped('r');
                    case 0 -> block[length++] = '?'; // PostgreSQL's text holds no NUL; it stands only in findings
                    default -> block[length++] = (byte) c;
                }
            } else if (c < 0x800) {
                block[length++] = (byte) (0xC0 | c >> 6);
                block[length++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                i += surrogate(value, i);
            } else {
                block[length++] = (byte) (0xE0 | c >> 12);
                block[length++] = (byte) (0x80 | c >> 6 & 0x3F);
                block[length++] = (byte) (0x80 | c & 0x3F);
            }
        }
    }

    private int surrogate(String value, int at) {
        int point = value.codePointAt(at);
        if (point < 0x10000) {
            block[length++] = '?'; // half a pair says nothing
            return 0;
        }
        block[length++] = (byte) (0xF0 | point >> 18);
        block[length++] = (byte) (0x80 | point >> 12 & 0x3F);
        block[length++] = (byte) (0x80 | point >> 6 & 0x3F);
        block[length++] = (byte) (0x80 | point & 0x3F);
        return 1;
    }

    void value(long number) {
        value(Long.toString(number));
    }

    void value(boolean flag) {
        separate();
        put(flag ? 't' : 'f');
    }

    void values(String[] values, int count) {
        for (int i = 0; i < count; i++) {
            value(values[i]);
        }
    }

    void json(List<String> texts) {
        if (texts.isEmpty()) {
            value("[]");
            return;
        }
        StringBuilder json = new StringBuilder("[");
        for (String text : texts) {
            json.append(json.length() > 1 ? ",\"" : "\"");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '"' || c == '\\') {
                    json.append('\\').append(c);
                } else {
                    json.append(c < ' ' ? ' ' : c);
                }
            }
            json.append('"');
        }
        value(json.append(']').toString());
    }

    void end() {
        put('\n');
        lineBegun = false;
        if (length > BLOCK - 16 * 1024) {
            flush();
        }
    }

    void flush() {
        if (length > 0) {
            out.accept(Arrays.copyOf(block, length));
            length = 0;
        }
    }

    private void separate() {
        if (lineBegun) {
            put('\t');
        }
        lineBegun = true;
    }

    private void escaped(char c) {
        ensure(2);
        block[length++] = '\\';
        block[length++] = (byte) c;
    }

    private void put(char c) {
        ensure(1);
        block[length++] = (byte) c;
    }

    private void ensure(int more) {
        if (length + more > block.length) {
            block = Arrays.copyOf(block, Math.max(block.length * 2, length + more));
        }
    }
}
