package kz.ruralincome.web.rest.outcome;

import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kz.ruralincome.domain.shared.Rules;
import kz.ruralincome.web.json.Json;

/** What every outcomes answer carries beside its rows: first in JSON, in {@code X-Pilot-…} headers beside CSV. */
public final class Carried {

    /** To the microsecond, so that the same question with it has the same answer ever after. */
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

    private final Map<String, String> values = new LinkedHashMap<>();

    public Carried(
            OffsetDateTime asKnownOn,
            Optional<OffsetDateTime> freshAsOf,
            Optional<LocalDate> coversTo,
            Optional<String> territory) {
        with("asKnownOn", text(asKnownOn));
        with("freshAsOf", freshAsOf.map(Carried::text).orElse(null));
        with("coversTo", coversTo.map(LocalDate::toString).orElse(null));
        with("territory", territory.orElse(null));
        with("rules", Rules.VERSION);
    }

    /** A further text; null: not known. */
    public Carried with(String name, String value) {
        values.put(name, value);
        return this;
    }

    public Carried with(String name, LocalDate date) {
        return with(name, date.toString());
    }

    /** The object of the answer, to which the rows are added. */
    public JsonObjectBuilder toJson() {
        JsonObjectBuilder json = Json.createObjectBuilder();
        values.forEach((name, value) -> {
            if (value == null) {
                json.addNull(name);
            } else {
                json.add(name, value);
            }
        });
        return json;
    }

    /** {@code asKnownOn} becomes {@code X-Pilot-As-Known-On}; what is not known has no header. */
    public ResponseBuilder addHeaders(ResponseBuilder response) {
        values.forEach((name, value) -> {
            if (value != null) {
                response.header(headerOf(name), value);
            }
        });
        return response;
    }

    static String headerOf(String name) {
        String words = name.replaceAll("([A-Z])", "-$1");
        return "X-Pilot-" + words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }

    /** The form in which moments stand in answers and are taken in questions. */
    public static String text(OffsetDateTime moment) {
        return MOMENT.format(moment.withOffsetSameInstant(ZoneOffset.UTC));
    }
}
