package kz.ruralincome.domain.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.sql.SQLException;
import java.util.Optional;
import kz.ruralincome.domain.PilotDatabase;
import kz.ruralincome.domain.shared.InvalidRequest;
import kz.ruralincome.domain.shared.InvalidRequest.FieldError;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    private static final String ARTICLE = """
            {"source": "inform.kz", "publishedOn": "2023-01-20", "text": "АСП получили 48 298 человек",
             "statements": [
                {"kind": "VALUE", "indicator": "asp.persons", "asOf": "2023-01-01", "printed": "48298"},
                {"kind": "CHANGE", "indicator": "asp.persons", "from": "2022-01-01", "to": "2023-01-01",
                 "territory": "310000000", "printed": "-12851"},
                {"kind": "PERCENT", "part": "12851", "whole": "61149", "printed": "21.3"},
                {"kind": "PERCENT", "part": "1058", "printed": "65"},
                {"kind": "SUM", "parts": ["6,4 млрд", 0.972, "0.056"], "printed": "9.2"}]}""";

    @Test
    void areKeptAsTheyWerePublishedTheNewestFirst() throws SQLException {
        Claim claim = ClaimJson.read(json(ARTICLE));
        try (var connection = PilotDatabase.fresh().connect()) {
            var first = Claims.keep(connection, claim, "akimat");
            var second = Claims.keep(connection, claim, "admin");

            assertThat(Claims.newest(connection, Optional.empty(), 10)).containsExactly(second, first);
            assertThat(Claims.newest(connection, Optional.of(second.id()), 10)).containsExactly(first);
            assertThat(first.claim()).isEqualTo(claim);
        }
    }

    @Test
    void areRefusedWithEveryReason() {
        String wrong = """
                {"source": "", "publishedOn": "2023-02-31", "text": "x",
                 "statements": [{"kind": "VALUE", "indicator": "happiness", "printed": "many"},
                    {"kind": "CHANGE", "indicator": "asp.persons", "from": "2023-01-01", "to": "2022-01-01", "printed": 5},
                    {"kind": "RATIO"}, 7, {"kind": "SUM", "parts": ["5"], "printed": "5"},
                    {"kind": "SUM", "parts": ["5", "six", null]}]}""";

        assertThatThrownBy(() -> ClaimJson.read(json(wrong)))
                .asInstanceOf(InstanceOfAssertFactories.type(InvalidRequest.class))
                .extracting(InvalidRequest::errors, InstanceOfAssertFactories.list(FieldError.class))
                .extracting(error -> error.field() + " " + error.code())
                .containsExactly(
                        "source claim.required",
                        "publishedOn claim.date",
                        "statements[0].indicator claim.indicator",
                        "statements[0].asOf claim.required",
                        "statements[0].printed claim.number",
                        "statements[1].to claim.dates.order",
                        "statements[2].kind claim.kind",
                        "statements[3] claim.kind",
                        "statements[4].parts claim.parts",
                        "statements[5].parts[1] claim.number",
                        "statements[5].parts[2] claim.required",
                        "statements[5].printed claim.required");
    }

    private static JsonObject json(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
