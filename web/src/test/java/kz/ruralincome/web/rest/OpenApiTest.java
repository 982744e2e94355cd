package kz.ruralincome.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The document and the resources name the same calls. */
class OpenApiTest {

    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");

    @Test
    void namesEveryCallAndNoOther() throws IOException {
        assertThat(ofTheDocument()).isEqualTo(ofTheResources());
    }

    private static Set<String> ofTheDocument() throws IOException {
        Set<String> calls = new TreeSet<>();
        String path = "";
        for (String line : document().split("\n")) {
            var opened = PATH.matcher(line);
            var method = METHOD.matcher(line);
            if (opened.matches()) {
                path = opened.group(1);
            } else if (method.matches()) {
                calls.add(method.group(1).toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return calls;
    }

    private static String document() throws IOException {
        try (var stream = OpenApiTest.class.getResourceAsStream("/META-INF/openapi.yaml")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Set<String> ofTheResources() {
        Set<String> calls = new TreeSet<>();
        var classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("kz.ruralincome.web.rest");
        for (JavaClass resource : classes) {
            if (resource.isAnnotatedWith(Path.class)) {
                resource.getMethods().forEach(method -> add(calls, resource, method));
            }
        }
        return calls;
    }

    private static void add(Set<String> calls, JavaClass resource, JavaMethod method) {
        String base = "/" + resource.getAnnotationOfType(Path.class).value();
        String rest = method.isAnnotatedWith(Path.class)
                ? "/" + method.getAnnotationOfType(Path.class).value()
                : "";
        for (var annotation : method.reflect().getAnnotations()) {
            var verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                calls.add(verb.value() + " " + base + rest);
            }
        }
    }
}
