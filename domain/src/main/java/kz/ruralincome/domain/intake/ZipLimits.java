package kz.ruralincome.domain.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * Refuses an XLSX that would unfold to something monstrous. The sizes that a ZIP states of itself may lie, so every
 * part is unfolded once and thrown away.
 */
final class ZipLimits {

    private static final int MOST_ENTRIES = 2_000;
    private static final long ALWAYS_ALLOWED = 32L << 20;
    private static final long MOST_BYTES = 4L << 30;
    private static final long MOST_SHARED_TEXT = 256L << 20; // it is held in memory
    private static final int MOST_RATIO = 100;

    private ZipLimits() {}

    static void check(Path file) throws IOException {
        long allowed = Math.min(MOST_BYTES, Math.max(ALWAYS_ALLOWED, MOST_RATIO * Files.size(file)));
        byte[] buffer = new byte[64 * 1024];
        long total = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.size() > MOST_ENTRIES) {
                throw FileRefused.because("file.bomb");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                long size = 0;
                long limit =
                        entry.getName().endsWith("sharedStrings.xml") ? Math.min(allowed, MOST_SHARED_TEXT) : allowed;
                try (InputStream part = zip.getInputStream(entry)) {
                    int read;
                    while ((read = part.read(buffer)) > 0) {
                        size += read;
                        total += read;
                        if (size > limit || total > allowed) {
                            throw FileRefused.because("file.bomb");
                        }
                    }
                }
            }
        } catch (ZipException e) {
            throw FileRefused.because(e, "file.unreadable", "XLSX");
        }
    }
}
