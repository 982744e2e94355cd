package kz.ruralincome.domain.account;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.ruralincome.domain.audit.AuditTrail;
import kz.ruralincome.domain.shared.PilotDataSource;

/**
 * The door at which names and secrets become an {@link Access}: a person's password, any live secret of a machine.
 *
 * <p>One statement a call, and no transaction: while a hash is computed, no connection is held.
 */
@ApplicationScoped
public class SignIn {

    /** Verified for an account that does not exist, so that its answer takes as long as that of one that does. */
    private static final String NOBODYS_HASH = PasswordHash.of("nobody");

    private static final String ACCOUNT = """
            select a.name, a.role, a.unit_id, a.opens_persons, a.password_hash, clock_timestamp() as read_at, a.must_change, c.ids, c.hashes
            from account a,
                 lateral (select array_agg(id order by id desc), array_agg(secret_hash order by id desc) from credential
                          where account_id = a.id and revoked_at is null
                            and (expires_at is null or expires_at > clock_timestamp())) c (ids, hashes)
            where a.name = ? and a.active""";

    private static final String USED = "update credential set last_used_at = clock_timestamp() where id = ?";

    @Resource(lookup = PilotDataSource.NAME)
    private DataSource database;

    @Inject
    private VerifiedPasswords verified;

    @Inject
    private FailedAttempts attempts;

    @Inject
    private SignInHolds holds;

    @Inject
    private AuditTrail audit;

    /** One hash is computed at a time for an account: those that come together find what the first one learnt. */
    private final List<Object> turns =
            IntStream.range(0, 64).mapToObj(turn -> new Object()).toList();

    /**
     * Opens the account to whoever knows a secret of it.
     *
     * @param address from where the attempt comes
     */
    public SignInAnswer signIn(String name, String password, String address) {
        var shut = attempts.addressClosedFor(name, address);
        if (shut.isPresent()) {
            return SignInAnswer.later(shut.get());
        }
        var closed = attempts.closedFor(name, address);
        if (closed.isPresent() && !holds.isLifted(name, address)) {
            return SignInAnswer.later(closed.get());
        }
        var account = find(name);
        if (account.isPresent() && account.get().remembered(verified, password)) {
            return opened(account.get(), address);
        }
        synchronized (turns.get(Math.floorMod(name.hashCode(), turns.size()))) {
            closed = attempts.closedFor(name, address);
            if (closed.isPresent()
                    && attempts.addressClosedFor(name, address).isEmpty()
                    && holds.isLifted(name, address)) {
                attempts.forgive(name, address);
                closed = attempts.closedFor(name, address);
            }
            if (closed.isPresent()) {
                return SignInAnswer.later(closed.get());
            }
            return account.isPresent() ? tried(account.get(), password, address) : unknown(name, password, address);
        }
    }

    private SignInAnswer tried(Found account, String password, String address) {
        if (account.remembered(verified, password)) {
            return opened(account, address);
        }
        for (Secret secret : account.secrets()) {
            if (PasswordHash.matches(password, secret.hash())) {
                verified.remember(account.access().account(), password, secret.hash());
                secret.credential().ifPresent(this::noteUse);
                return opened(account, address);
            }
        }
        // within its turn: what is closed in memory and has no row was lifted
        holds.put(account.access().account(), attempts.failed(account.access().account(), address));
        audit.note(account.access().account(), "sign-in.failed", null);
        return SignInAnswer.refused();
    }

    private SignInAnswer unknown(String name, String password, String address) {
        PasswordHash.matches(password, NOBODYS_HASH);
        attempts.failed(name, address);
        return SignInAnswer.refused();
    }

    private SignInAnswer opened(Found account, String address) {
        if (attempts.succeeded(account.access().account(), address)) {
            holds.remove(account.access().account(), address);
        }
        return SignInAnswer.opened(account.access(), account.mustChange(), account.readAt());
    }

    private Optional<Found> find(String name) {
        if (name.isEmpty() || name.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(ACCOUNT)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(found(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the accounts cannot be read", e);
        }
    }

    private static Found found(ResultSet row) throws SQLException {
        var access = new Access(
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                Optional.ofNullable((Integer) row.getObject("unit_id")),
                row.getBoolean("opens_persons"));
        Stream<Secret> password =
                Stream.ofNullable(row.getString("password_hash")).map(hash -> new Secret(Optional.empty(), hash));
        var hashes = row.getArray("hashes");
        if (hashes == null) {
            return new Found(
                    access,
                    row.getBoolean("must_change"),
                    row.getObject("read_at", OffsetDateTime.class),
                    password.toList());
        }
        Integer[] ids = (Integer[]) row.getArray("ids").getArray();
        String[] ofMachine = (String[]) hashes.getArray();
        Stream<Secret> secrets =
                IntStream.range(0, ids.length).mapToObj(place -> new Secret(Optional.of(ids[place]), ofMachine[place]));
        return new Found(
                access,
                false,
                row.getObject("read_at", OffsetDateTime.class),
                Stream.concat(password, secrets).toList());
    }

    private void noteUse(int credential) {
        try (Connection connection = database.getConnection();
                var statement = connection.prepareStatement(USED)) {
            statement.setInt(1, credential);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the use of a secret cannot be noted", e);
        }
    }

    private record Found(Access access, boolean mustChange, OffsetDateTime readAt, List<Secret> secrets) {

        boolean remembered(VerifiedPasswords verified, String password) {
            return secrets.stream().anyMatch(secret -> verified.holds(access.account(), password, secret.hash()));
        }
    }

    /** @param credential empty for the password of a person */
    private record Secret(Optional<Integer> credential, String hash) {}
}
