package kz.ruralincome.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolverFactory;
import com.atlassian.oai.validator.report.ValidationReport;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The OpenAPI document that the server gives out, and what it says of an answer of that server. */
final class ApiContract {

    private static final String BASE = "/api/v1";

    /** What the document cannot say of a path: that it is none, or takes no such method or format. */
    private static final Set<String> OUTSIDE = Set.of("path.not-found", "request.method", "request.accept");

    private final String document;
    private final OpenApiInteractionValidator validator;

    private ApiContract(String document) {
        this.document = document;
        validator = OpenApiInteractionValidator.createForInlineApiSpecification(document)
                .withBasePathOverride(BASE)
                .withLevelResolver(LevelResolverFactory.withAdditionalPropertiesIgnored())
                .build();
    }

    static ApiContract of(RunningServer server) {
        return new ApiContract(server.get("openapi").body());
    }

    /** The document, read. */
    OpenAPI model() {
        var parsed = new OpenAPIV3Parser().readContents(document);
        assertThat(parsed.getMessages()).as("what is wrong with the document").isEmpty();
        return parsed.getOpenAPI();
    }

    /** Sends the request and looks whether its answer is one that the document knows. */
    HttpResponse<String> answer(RunningServer server, HttpRequest.Builder request) {
        HttpResponse<String> answer = server.send(request);
        validate(answer);
        return answer;
    }

    void validate(HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("");
        if (answer.statusCode() >= 400) {
            assertThat(type).as("type of " + answer.body()).startsWith("application/problem+json");
            assertThat(answer.body())
                    .contains(
                            "\"type\":\"urn:rural-income-pilot:problem:",
                            "\"title\":",
                            "\"status\":" + answer.statusCode(),
                            "\"code\":");
            if (OUTSIDE.stream().anyMatch(code -> answer.body().contains("\"code\":\"" + code + "\""))) {
                return;
            }
        }
        var response = SimpleResponse.Builder.status(answer.statusCode()).withBody(answer.body());
        if (!type.isEmpty()) {
            response.withContentType(type);
        }
        answer.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase("content-type")) {
                response.withHeader(name, values);
            }
        });
        String path = answer.uri().getRawPath();
        ValidationReport report = validator.validateResponse(
                path, Request.Method.valueOf(answer.request().method()), response.build());
        List<String> flaws = report.getMessages().stream().map(Object::toString).toList();
        assertThat(flaws)
                .as(answer.request().method() + " " + path + " answered " + answer.statusCode() + " "
                        + answer.body().substring(0, Math.min(300, answer.body().length())))
                .isEmpty();
    }

    /** The header that must be there. */
    static String header(HttpResponse<?> answer, String name) {
        Optional<String> value = answer.headers().firstValue(name);
        assertThat(value).as(name).isPresent();
        return value.get();
    }
}
