package kz.ruralincome.system;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a page offers to whoever clicks: where its links lead, and its forms as a browser sends them with nothing typed. */
final class ClickedPage {

    private static final Pattern TAG =
            Pattern.compile("<(/?)(a|form|input|select|option|textarea|button)\\b([^>]*)>|<h1\\b[^>]*>(.*?)</h1>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-zA-Z-]+)=\"([^\"]*)\"");

    private final URI address;
    private final List<URI> links = new ArrayList<>();
    private final List<Form> forms = new ArrayList<>();
    private String heading = "";

    /**
     * A form that is posted.
     *
     * @param fields with what they hold before anybody types
     * @param buttons any of which sends it
     */
    record Form(URI action, List<Field> fields, List<Field> buttons) {

        /** Without what a person would have typed or chosen, and without what the page knows itself. */
        List<Field> bare() {
            return fields.stream()
                    .filter(field -> field.name().equals("jakarta.faces.ViewState")
                            || field.name().equals(field.value()))
                    .toList();
        }
    }

    /** A name and a value. */
    record Field(String name, String value) {}

    private ClickedPage(URI address) {
        this.address = address;
    }

    static ClickedPage of(Clicker.Opened opened) {
        var page = new ClickedPage(opened.address());
        page.read(opened.text());
        return page;
    }

    private void read(String text) {
        Form form = null;
        String select = null;
        Matcher tag = TAG.matcher(text);
        while (tag.find()) {
            if (tag.group(4) != null) {
                heading = tag.group(4).replaceAll("<[^>]*>", "").strip();
                continue;
            }
            Map<String, String> attributes = attributes(tag.group(3));
            boolean ends = tag.group(1).equals("/");
            switch (tag.group(2)) {
                case "a" -> link(ends ? null : attributes.get("href"));
                case "form" -> form = ends || !"post".equals(attributes.get("method")) ? null : begun(attributes);
                case "select" -> select = ends ? null : attributes.get("name");
                case "option" -> choose(form, select, attributes);
                default -> {
                    if (form != null && !ends) {
                        add(form, tag.group(2), attributes);
                    }
                }
            }
        }
    }

    private void link(String href) {
        if (href != null && !href.startsWith("#")) {
            links.add(address.resolve(href.replaceAll("#.*", "")));
        }
    }

    private Form begun(Map<String, String> attributes) {
        var form = new Form(address.resolve(attributes.get("action")), new ArrayList<>(), new ArrayList<>());
        if (!"multipart/form-data".equals(attributes.get("enctype"))) {
            forms.add(form);
        }
        return form;
    }

    private static void add(Form form, String tag, Map<String, String> attributes) {
        String type = attributes.getOrDefault("type", tag.equals("button") ? "submit" : "text");
        String value = attributes.getOrDefault("value", "");
        switch (type) {
            case "submit" -> form.buttons().add(new Field(attributes.getOrDefault("name", ""), value));
            case "hidden" -> form.fields().add(new Field(attributes.get("name"), value));
            case "checkbox", "radio" -> {}
            default -> form.fields().add(new Field(attributes.get("name"), ""));
        }
    }

    /** The chosen option; the first one where none is. */
    private static void choose(Form form, String select, Map<String, String> option) {
        if (form == null || select == null) {
            return;
        }
        boolean isFirst = form.fields().stream().noneMatch(field -> field.name().equals(select));
        if (isFirst || option.containsKey("selected")) {
            form.fields().removeIf(field -> field.name().equals(select));
            form.fields().add(new Field(select, option.getOrDefault("value", "")));
        }
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            attributes.put(
                    attribute.group(1),
                    attribute
                            .group(2)
                            .replace("&lt;", "<")
                            .replace("&gt;", ">")
                            .replace("&quot;", "\"")
                            .replace("&#39;", "'")
                            .replace("&amp;", "&"));
        }
        return attributes;
    }

    URI address() {
        return address;
    }

    /** Its one heading, without marks. */
    String heading() {
        return heading;
    }

    List<URI> links() {
        return links;
    }

    List<Form> forms() {
        return forms;
    }
}
