package kz.ruralincome.domain.credit;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The lines of a body that is kept in blocks, from a byte on. A line that is longer than a loan may be is skipped without
 * being held.
 */
final class BatchLines {

    /** All blocks but the last have this size. */
    static final int BLOCK = 256 * 1024;

    /** The largest loan, in bytes. */
    static final int LONGEST_LINE = 2 << 20;

    private final IntFunction<byte[]> blocks;
    private byte[] block;
    private int blockNumber;
    private int at;
    private int number;
    private long end;

    /**
     * @param blocks gives a block by its number, null after the last
     * @param from the byte to begin with, the first of a line
     * @param linesBefore how many lines lie before it
     */
    BatchLines(IntFunction<byte[]> blocks, long from, int linesBefore) {
        this.blocks = blocks;
        this.blockNumber = (int) (from / BLOCK);
        this.at = (int) (from % BLOCK);
        this.end = from;
        this.number = linesBefore;
        this.block = blocks.apply(blockNumber);
    }

    /**
     * One line that is not blank.
     *
     * @param number 1 for the first of the body
     * @param text null when it is too long
     */
    record Line(int number, byte[] text) {}

    /** The next lines, until their number or their bytes reach a limit; empty at the end of the body. */
    List<Line> next(int mostLines, int mostBytes) {
        List<Line> lines = new ArrayList<>();
        int bytes = 0;
        while (lines.size() < mostLines && bytes < mostBytes && fill()) {
            byte[] text = line();
            number++;
            if (text == null || !isBlank(text)) {
                lines.add(new Line(number, text));
            }
            bytes += text == null ? mostBytes : text.length;
        }
        return lines;
    }

    /** How many lines of the body were read, blank ones included. */
    int linesRead() {
        return number;
    }

    /** The byte after the last line read. */
    long end() {
        return end;
    }

    private byte[] line() {
        var text = new ByteArrayOutputStream(1024);
        boolean isWhole = false;
        boolean isTooLong = false;
        while (!isWhole && fill()) {
            int start = at;
            while (at < block.length && block[at] != '\n') {
                at++;
            }
            isTooLong |= text.size() + at - start > LONGEST_LINE;
            if (!isTooLong) {
                text.write(block, start, at - start);
            }
            isWhole = at < block.length;
            at += isWhole ? 1 : 0;
            end += at - start;
        }
        return isTooLong ? null : text.toByteArray();
    }

    private boolean fill() {
        while (block != null && at >= block.length) {
            at -= block.length;
            blockNumber++;
            block = blocks.apply(blockNumber);
        }
        return block != null;
    }

    private static boolean isBlank(byte[] text) {
        for (byte b : text) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }
}
