package kz.ruralincome.domain.report;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.ruralincome.domain.claim.CheckedStatement;
import kz.ruralincome.domain.claim.ClaimJson;
import kz.ruralincome.domain.claim.Statement;
import kz.ruralincome.domain.report.CheckedSentence.Acknowledgement;
import kz.ruralincome.domain.shared.Sql;

/** The rows of the sentences of reports, in the transaction of a connection. */
final class SentenceRows {

    private static final String OF_REPORT = """
            select id, body::text, account, recorded_at, checked::text, acknowledged_by, reason
            from report_sentence where report_id = ? order by id""";

    private SentenceRows() {}

    static void put(Connection connection, int report, Sentence sentence, String account) throws SQLException {
        Sql.update(
                connection,
                "insert into report_sentence (report_id, body, account) values (?, ?::jsonb, ?)",
                report,
                SentenceJson.write(sentence).build().toString(),
                account);
    }

    /** Whether there was such a one. */
    static boolean take(Connection connection, int report, int id) throws SQLException {
        return Sql.update(connection, "delete from report_sentence where report_id = ? and id = ?", report, id) > 0;
    }

    /** In the order in which they were put in; those of a draft without verdicts. */
    static List<CheckedSentence> of(Connection connection, int report) throws SQLException {
        return Sql.list(connection, SentenceRows::read, OF_REPORT, report);
    }

    private static CheckedSentence read(ResultSet row) throws SQLException {
        Sentence sentence;
        try (var json = Json.createReader(new StringReader(row.getString(2)))) {
            sentence = SentenceJson.read(json.readObject());
        }
        Optional<String> by = Optional.ofNullable(row.getString(6));
        String reason = row.getString(7);
        return new CheckedSentence(
                row.getInt(1),
                sentence,
                row.getString(3),
                row.getObject(4, OffsetDateTime.class),
                checked(sentence.statements(), row.getString(5)),
                by.map(account -> new Acknowledgement(account, reason)));
    }

    private static List<CheckedStatement> checked(List<Statement> statements, String text) {
        if (text == null) {
            return List.of();
        }
        try (var reader = Json.createReader(new StringReader(text))) {
            JsonArray verdicts = reader.readArray();
            List<CheckedStatement> checked = new ArrayList<>();
            for (int i = 0; i < verdicts.size(); i++) {
                checked.add(ClaimJson.readChecked(statements.get(i), verdicts.getJsonObject(i)));
            }
            return checked;
        }
    }

    /** Keeps what the program made of each and why it may stand; before the report is approved. */
    static void freeze(Connection connection, List<CheckedSentence> sentences) throws SQLException {
        for (CheckedSentence sentence : sentences) {
            JsonArrayBuilder verdicts = Json.createArrayBuilder();
            sentence.statements().forEach(checked -> verdicts.add(ClaimJson.write(checked)));
            Sql.update(
                    connection,
                    "update report_sentence set checked = ?::jsonb, acknowledged_by = ?, reason = ? where id = ?",
                    verdicts.build().toString(),
                    sentence.acknowledgement().map(Acknowledgement::by).orElse(null),
                    sentence.acknowledgement().map(Acknowledgement::reason).orElse(null),
                    sentence.id());
        }
    }
}
