package org.mclnn.app.config;

import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The settings of a verb as a JSON schema (draft 2020-12), from which editors complete and check files of them. */
public final class ConfigSchema {
    private ConfigSchema() {}

    public static String of(CommandSpec verb) {
        var schema = JsonNodeFactory.instance.objectNode();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "Settings of 'mclnn " + verb.name() + "'");
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        var properties = schema.putObject("properties");
        for (var key : Keys.of(verb).all()) {
            var property = properties.putObject(key.name());
            property.put("description", key.description());
            type(key.kind(), property);
            if (key.arg().type().isEnum()) {
                var choices = property.putArray("examples");
                for (var constant : key.arg().type().getEnumConstants()) {
                    choices.add(Values.held(constant).orElseThrow().get(0));
                }
            }
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    }

    private static void type(Kind kind, ObjectNode property) {
        switch (kind) {
            case TRUTH -> property.put("type", "boolean");
            case WHOLE -> property.put("type", "integer");
            case NUMBER -> property.put("type", "number");
            case TEXT -> property.put("type", "string");
            case NUMBERS -> stringOrArray("number", property);
            case LIST -> stringOrArray("string", property);
            case AMOUNTS -> {
                stringOrArray("string", property);
                property.withArray("type").add("number").add("object");
            }
            case TABLE ->
                property.put("type", "object").putObject("additionalProperties").put("type", "string");
        }
    }

    private static void stringOrArray(String items, ObjectNode property) {
        property.putArray("type").add("string").add("array");
        property.putObject("items").put("type", items);
    }
}
