package kz.ruralincome.domain.intake;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import kz.ruralincome.domain.account.Access;

/**
 * A file that is just coming in. It is taken into memory, and from one megabyte on into a temporary file, so that a slow
 * sender holds neither memory nor a transaction.
 */
public final class NewLoad implements Closeable {

    private static final int BLOCK = 1 << 20;

    private final String list;
    private final LoadOptions options;
    private final String mediaType;
    private final String fileName;
    private final Access access;
    private final byte[] start;
    private final Path rest;
    private final long size;
    private final byte[] hash;
    private LoadOrigin origin = LoadOrigin.PROGRAM;

    private NewLoad(
            String list,
            LoadOptions options,
            String mediaType,
            String fileName,
            Access access,
            byte[] start,
            Path rest,
            long size,
            byte[] hash) {
        this.list = list;
        this.options = options;
        this.mediaType = mediaType;
        this.fileName = fileName;
        this.access = access;
        this.start = start;
        this.rest = rest;
        this.size = size;
        this.hash = hash;
    }

    /** Reads the body to its end; {@link FileTooBig} from the first byte beyond the limit on. */
    static NewLoad read(
            String list, LoadOptions options, String mediaType, String fileName, InputStream body, Access access)
            throws IOException {
        MessageDigest digest = sha256();
        byte[] start = body.readNBytes(BLOCK);
        digest.update(start);
        Path rest = null;
        long size = start.length;
        if (start.length == BLOCK) {
            rest = Files.createTempFile("pilot-list", ".part");
            try (OutputStream file = new DigestOutputStream(Files.newOutputStream(rest), digest)) {
                byte[] buffer = new byte[64 * 1024];
                int read;
                while ((read = body.read(buffer)) >= 0) {
                    size += read;
                    if (size > ListDesk.LARGEST_FILE) {
                        throw new FileTooBig();
                    }
                    file.write(buffer, 0, read);
                }
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(rest);
                throw e;
            }
        }
        return new NewLoad(list, options, mediaType, fileName, access, start, rest, size, digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has it", e);
        }
    }

    /** Says how it came in; else it is what a program sends. */
    NewLoad from(LoadOrigin origin) {
        this.origin = origin;
        return this;
    }

    UUID insert(Connection connection) throws SQLException, IOException {
        UUID id = UUID.randomUUID();
        new Sql(connection)
                .run(
                        """
                        insert into load (id, list, state, dry_run, snapshot_on, source, unit_id, covers_to, account,
                                          account_unit, file_name, media_type, file_size, file_hash, by_page, mapping_id,
                                          given, mends)
                        values (?, ?, 'RECEIVED', ?, ?::date, ?::occupation_source, ?::integer, ?::date, ?, ?::integer, ?, ?, ?, ?,
                                ?, ?::uuid, ?::jsonb, ?::uuid)""",
                        id,
                        list,
                        options.dryRun(),
                        options.snapshot(),
                        options.source(),
                        options.unit(),
                        options.coversTo(),
                        access.account(),
                        access.territory().orElse(null),
                        fileName,
                        mediaType,
                        size,
                        hash,
                        origin.byPage(),
                        origin.mapping().map(UUID::toString).orElse(null),
                        origin.given().isEmpty() ? null : JsonTexts.write(origin.given()),
                        origin.mends().map(UUID::toString).orElse(null));
        try (var statement =
                        connection.prepareStatement("insert into load_chunk (load_id, seq, bytes) values (?, ?, ?)");
                InputStream file = rest == null ? new ByteArrayInputStream(new byte[0]) : Files.newInputStream(rest)) {
            byte[] block = start;
            for (int number = 0; block.length > 0; number++) {
                statement.setObject(1, id);
                statement.setInt(2, number);
                statement.setBytes(3, block);
                statement.executeUpdate();
                block = file.readNBytes(BLOCK);
            }
        }
        return id;
    }

    @Override
    public void close() throws IOException {
        if (rest != null) {
            Files.deleteIfExists(rest);
        }
    }
}
