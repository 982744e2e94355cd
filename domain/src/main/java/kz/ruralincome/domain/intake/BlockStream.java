package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.IntFunction;

/** Bytes that come in numbered blocks, from 0; null ends them. */
final class BlockStream extends InputStream {

    private final IntFunction<byte[]> blocks;
    private byte[] block = new byte[0];
    private int at;
    private int number;

    BlockStream(IntFunction<byte[]> blocks) {
        this.blocks = blocks;
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, block.length - at);
        System.arraycopy(block, at, target, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() {
        while (block != null && at == block.length) {
            block = blocks.apply(number++);
            at = 0;
        }
        return block != null;
    }
}
