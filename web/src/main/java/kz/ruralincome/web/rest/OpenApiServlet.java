package kz.ruralincome.web.rest;

import jakarta.json.JsonValue;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.ruralincome.web.json.Json;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Gives out the OpenAPI document exactly as it was written: YAML, or JSON for whoever asks for that. The server's own
 * service would mix it with what it finds by scanning, and name every call twice.
 */
public class OpenApiServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String JSON = "application/json";

    private transient byte[] yaml;
    private transient byte[] json;

    @Override
    public void init() throws ServletException {
        try (var stream = OpenApiServlet.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            yaml = stream.readAllBytes();
        } catch (IOException e) {
            throw new ServletException(e);
        }
        Object document =
                new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(yaml, StandardCharsets.UTF_8));
        json = value(document).toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean asJson = wantsJson(request.getParameter("format"), request.getHeader("Accept"));
        response.setContentType(asJson ? JSON : "application/yaml;charset=UTF-8");
        response.setHeader("Vary", "Accept");
        response.getOutputStream().write(asJson ? json : yaml);
    }

    static boolean wantsJson(String format, String accept) {
        if (format != null) {
            return format.equalsIgnoreCase("json");
        }
        return accept != null
                && accept.toLowerCase(Locale.ROOT).contains(JSON)
                && !accept.toLowerCase(Locale.ROOT).contains("yaml");
    }

    private static JsonValue value(Object node) {
        if (node instanceof Map<?, ?> members) {
            var object = Json.createObjectBuilder();
            members.forEach((name, member) -> object.add(name.toString(), value(member)));
            return object.build();
        }
        if (node instanceof List<?> elements) {
            var array = Json.createArrayBuilder();
            elements.forEach(element -> array.add(value(element)));
            return array.build();
        }
        if (node instanceof Number number) {
            return Json.createValue(new BigDecimal(number.toString()));
        }
        if (node instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        return node == null ? JsonValue.NULL : Json.createValue(node.toString());
    }
}
