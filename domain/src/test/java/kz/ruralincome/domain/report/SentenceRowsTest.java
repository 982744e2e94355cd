package kz.ruralincome.domain.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import java.io.StringReader;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.Statement.Percent;
import kz.ruralincome.domain.claim.Statement.Value;
import kz.ruralincome.domain.claim.Verdict;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import kz.ruralincome.domain.shared.SmallCellLimit;
import kz.ruralincome.domain.shared.Sql;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class SentenceRowsTest {

    private static final Sentence SENTENCE = new Sentence(
            "АӘК-ті 48 298 адам алды, 21,3 % кем",
            "АСП получили 48 298 человек, на 21,3 % меньше",
            List.of(
                    new Value("asp.persons", LocalDate.of(2023, 1, 1), Optional.of("313600000"), "48 298"),
                    new Percent("12851", Optional.empty(), "21.3")));

    @Test
    void areReadBackInTheirOrderWithoutAVerdict() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int report = draft(connection);
            SentenceRows.put(connection, report, SENTENCE, "admin");
            SentenceRows.put(connection, report, SENTENCE, "admin");
            SentenceRows.put(connection, draft(connection), SENTENCE, "admin");

            List<CheckedSentence> sentences = SentenceRows.of(connection, report);
            assertThat(sentences).hasSize(2).allSatisfy(one -> {
                assertThat(one.sentence()).isEqualTo(SENTENCE);
                assertThat(one.statements()).isEmpty();
            });
            assertThat(SentenceRows.take(connection, report, sentences.get(0).id()))
                    .isTrue();
            assertThat(SentenceRows.take(connection, report, sentences.get(0).id()))
                    .isFalse();
            assertThat(SentenceRows.of(connection, report))
                    .extracting(CheckedSentence::id)
                    .containsExactly(sentences.get(1).id());
        }
    }

    @Test
    void areKeptWithWhatTheProgramMadeOfThemAndStay() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int report = draft(connection);
            SentenceRows.put(connection, report, SENTENCE, "admin");
            CheckedSentence put = SentenceRows.of(connection, report).get(0);
            CheckedSentence checked = new CheckedSentence(
                            put.id(),
                            put.sentence(),
                            put.account(),
                            put.recordedAt(),
                            List.of(
                                    new CheckedStatement(
                                            SENTENCE.statements().get(0),
                                            Verdict.MISMATCH,
                                            Optional.of(new BigDecimal("48299")),
                                            List.of()),
                                    new CheckedStatement(
                                            SENTENCE.statements().get(1),
                                            Verdict.NOT_KNOWN,
                                            Optional.empty(),
                                            List.of(new BigDecimal("60435")))),
                            Optional.empty())
                    .acknowledged("akimat", "так напечатано в докладе");
            SentenceRows.freeze(connection, List.of(checked));
            KeptReports.approve(connection, report, "akimat", "", SmallCellLimit.USUAL);

            assertThat(SentenceRows.of(connection, report)).containsExactly(checked);
            for (String attempt : new String[] {
                "update report_sentence set reason = 'better'",
                "delete from report_sentence",
                "insert into report_sentence (report_id, body, account) values (" + report + ", '{}', 'admin')"
            }) {
                assertThatThrownBy(() -> Sql.update(connection, attempt))
                        .as(attempt)
                        .hasMessageContaining("stays as it is");
            }
        }
    }

    @Test
    void goWithADraftButNeverChange() throws SQLException {
        try (var connection = PilotDatabase.fresh().connect()) {
            int report = draft(connection);
            SentenceRows.put(connection, report, SENTENCE, "admin");
            assertThatThrownBy(() -> Sql.update(connection, "update report_sentence set account = 'akimat'"))
                    .hasMessageContaining("stays as it was put in");

            KeptReports.discard(connection, report);

            assertThat(SentenceRows.of(connection, report)).isEmpty();
        }
    }

    @Test
    void areRefusedWithEveryReason() {
        String wrong =
                "{\"kk\": \"  \", \"statements\": [{\"kind\": \"PERCENT\", \"part\": \"x\", \"printed\": \"5\"}]}";
        try (var json = Json.createReader(new StringReader(wrong))) {
            assertThatThrownBy(() -> SentenceJson.read(json.readObject()))
                    .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequest.class))
                    .extracting(InvalidRequest::errors, InstanceOfAssertFactories.list(FieldError.class))
                    .extracting(error -> error.field() + " " + error.code())
                    .containsExactly("kk claim.required", "ru claim.required", "statements[0].part claim.number");
        }
    }

    private static int draft(Connection connection) throws SQLException {
        return Sql.first(
                        connection,
                        Integer.class,
                        "insert into report (as_of, flow_from, known_on, rules, drafted_by)"
                                + " values (date '2023-01-01', date '2022-01-01', now(), '2026-11', 'admin') returning id")
                .orElseThrow();
    }
}
