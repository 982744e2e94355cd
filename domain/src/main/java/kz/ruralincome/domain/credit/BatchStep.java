package kz.ruralincome.domain.credit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.ruralincome.domain.credit.LoanJson.SentLine;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.Sql;

/** Some lines of a batch, judged one after the other as single calls would be, and written together. */
final class BatchStep {

    private static final String ERRORS = """
            insert into loan_batch_error (batch_id, line, field, code, args)
            select ?, n.line, n.field, n.code, n.args::jsonb
            from unnest(?::integer[], ?::text[], ?::text[], ?::text[]) as n (line, field, code, args)""";

    private static final String NAMED = """
            insert into loan_batch_named (batch_id, contract_no) select ?, n from unnest(?::text[]) n
            on conflict do nothing""";

    /** The borrower while a line is judged. */
    private static final int NOBODY_YET = 0;

    private final List<Parsed> lines;
    private final Set<String> named = new HashSet<>();
    private final List<LineError> errors = new ArrayList<>();
    private int accepted;
    private int unchanged;

    private BatchStep(List<Parsed> lines) {
        this.lines = lines;
    }

    /** A line as it was read, with what is wrong with its own words. */
    private record Parsed(int number, SentLine sent, List<FieldError> flaws) {}

    private record LineError(int line, FieldError flaw) {}

    /** How many lines came to what. */
    record Counts(int lines, int accepted, int unchanged, int rejected) {}

    /** Reads the lines; no database is needed for that. */
    static BatchStep of(List<BatchLines.Line> lines) {
        return new BatchStep(lines.stream().map(BatchStep::parsed).toList());
    }

    private static Parsed parsed(BatchLines.Line line) {
        if (line.text() == null) {
            return new Parsed(line.number(), null, List.of(flaw("json.too-large")));
        }
        try {
            SentLine sent = LoanJson.line(line.text());
            List<FieldError> flaws = new ArrayList<>(
                    LoanRules.check(sent.loan().draft(), sent.loan().flaws()));
            addFlawsOfRepayments(sent, flaws);
            return new Parsed(line.number(), sent, flaws);
        } catch (MalformedJson malformed) {
            return new Parsed(line.number(), null, List.of(flaw(malformed.code())));
        }
    }

    private static FieldError flaw(String code) {
        return new FieldError("", code, List.of());
    }

    /** Of a repayment that could not be read, nothing more is told. */
    private static void addFlawsOfRepayments(SentLine sent, List<FieldError> flaws) {
        LoanDraft draft = sent.loan().draft();
        var disbursedOn = Optional.ofNullable(draft.disbursedOn)
                .filter(day -> draft.status != null && draft.status.isDisbursed());
        sent.repayments().values().forEach(one -> {
            boolean isUnreadable = flaws.stream().anyMatch(flaw -> flaw.field().startsWith(one.path() + "."));
            if (!isUnreadable) {
                one.draft().check(disbursedOn).stream()
                        .map(flaw -> new FieldError(one.path() + "." + flaw.field(), flaw.code(), flaw.arguments()))
                        .forEach(flaws::add);
            }
        });
    }

    /** Judges the lines, and writes what is good unless it is a dry run. */
    Counts apply(Connection connection, UUID batch, int lender, String account, BatchOptions options)
            throws SQLException {
        var store = new LoanStore(connection);
        Set<Integer> units = store.units(asked(line -> LoanDesk.unit(line.loan().draft())));
        List<Parsed> good = new ArrayList<>();
        for (Parsed line : lines) {
            Optional<Integer> unit = line.sent() == null
                    ? Optional.empty()
                    : LoanDesk.unit(line.sent().loan().draft());
            List<FieldError> flaws = new ArrayList<>(line.flaws());
            unit.filter(one -> !units.contains(one)).ifPresent(unknown -> flaws.add(LoanFlaw.KATO_UNKNOWN.of("kato")));
            flaws.forEach(flaw -> errors.add(new LineError(line.number(), flaw)));
            if (flaws.isEmpty()) {
                good.add(line);
            }
            if (line.sent() != null && line.sent().contractNo() != null) {
                named.add(line.sent().contractNo());
            }
        }
        Set<String> numbers = new LinkedHashSet<>();
        good.forEach(line -> numbers.add(line.sent().contractNo()));
        Map<String, LoanFile> files =
                options.dryRun() ? looked(store, lender, numbers) : opened(store, lender, numbers);
        int judged = errors.size();
        Set<Integer> rejected = new HashSet<>();
        errors.forEach(error -> rejected.add(error.line()));
        good.forEach(line -> judge(line, files.get(line.sent().contractNo())));
        errors.subList(judged, errors.size()).forEach(error -> rejected.add(error.line()));
        if (!options.dryRun()) {
            nameBorrowers(store, files.values());
            LoanWriting.write(connection, account, "LOAN_BATCH", files.values());
            forgetUnmade(connection, files.values());
        }
        note(connection, batch, options);
        return new Counts(lines.size(), accepted, unchanged, rejected.size());
    }

    private <T> Set<T> asked(java.util.function.Function<SentLine, Optional<T>> question) {
        Set<T> asked = new HashSet<>();
        lines.stream().filter(line -> line.sent() != null).forEach(line -> question.apply(line.sent())
                .ifPresent(asked::add));
        return asked;
    }

    private static Map<String, LoanFile> opened(LoanStore store, int lender, Set<String> numbers) throws SQLException {
        return numbers.isEmpty() ? Map.of() : store.open(lender, numbers);
    }

    private static Map<String, LoanFile> looked(LoanStore store, int lender, Set<String> numbers) throws SQLException {
        Map<String, LoanFile> files = new HashMap<>(store.find(lender, numbers));
        numbers.forEach(number -> files.computeIfAbsent(number, LoanFile::unknown));
        return files;
    }

    private void judge(Parsed line, LoanFile file) {
        LoanTerms terms = line.sent().loan().draft().terms();
        List<FieldError> flaws = new ArrayList<>();
        file.flawOfMove(terms.status(), false).ifPresent(flaws::add);
        file.flawAfterRepayments(terms).ifPresent(flaws::add);
        line.sent().repayments().forEach((reference, one) -> {
            if (file.isTaken(reference, one.draft().terms())) {
                flaws.add(SentFlaw.REPAYMENT_CONFLICT.of(one.path() + ".paymentRef"));
            }
        });
        if (!flaws.isEmpty()) {
            flaws.forEach(flaw -> errors.add(new LineError(line.number(), flaw)));
            return;
        }
        boolean[] changed = {file.put(terms, NOBODY_YET, false)};
        line.sent()
                .repayments()
                .forEach((reference, one) ->
                        changed[0] |= file.repay(reference, one.draft().terms()));
        if (changed[0]) {
            accepted++;
        } else {
            unchanged++;
        }
    }

    /** Persons are made for what was accepted alone. */
    private static void nameBorrowers(LoanStore store, Collection<LoanFile> files) throws SQLException {
        Set<String> iins = new HashSet<>();
        files.forEach(file ->
                file.added().forEach(version -> iins.add(version.terms().iin().digits())));
        if (!iins.isEmpty()) {
            Map<String, Integer> persons = store.persons(iins);
            files.forEach(file -> file.nameBorrowers(persons));
        }
    }

    /** Loans that were made for a line which was then rejected. */
    private static void forgetUnmade(Connection connection, Collection<LoanFile> files) throws SQLException {
        Long[] unmade = files.stream()
                .filter(file -> file.version().isEmpty())
                .map(LoanFile::id)
                .toArray(Long[]::new);
        if (unmade.length > 0) {
            Sql.update(connection, "delete from loan where id = any (?::bigint[])", (Object) unmade);
        }
    }

    private void note(Connection connection, UUID batch, BatchOptions options) throws SQLException {
        if (!errors.isEmpty()) {
            Sql.update(
                    connection,
                    ERRORS,
                    batch,
                    errors.stream().map(LineError::line).toArray(Integer[]::new),
                    errors.stream().map(error -> error.flaw().field()).toArray(String[]::new),
                    errors.stream().map(error -> error.flaw().code()).toArray(String[]::new),
                    errors.stream()
                            .map(error -> LoanText.array(error.flaw().arguments()))
                            .toArray(String[]::new));
        }
        if (options.complete().isPresent() && !named.isEmpty()) {
            Sql.update(connection, NAMED, batch, named.toArray(String[]::new));
        }
    }
}
