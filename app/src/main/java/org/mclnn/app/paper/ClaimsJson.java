package org.mclnn.app.paper;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The claims for programs. */
final class ClaimsJson {
    private ClaimsJson() {}

    static String text(List<Claim> claims) {
        var array = JsonNodeFactory.instance.arrayNode();
        for (var claim : claims) {
            array.addObject()
                    .put("number", claim.question().number())
                    .put("title", claim.question().title())
                    .put("claim", plain(claim.question().claim()))
                    .put("measure", plain(claim.question().measure()))
                    .put("value", plain(claim.value()))
                    .put("threshold", plain(claim.question().threshold()))
                    .put("verdict", claim.verdict().label())
                    .put("reason", plain(claim.reason()));
        }
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(array) + "\n";
    }

    /** Without marks: 10^-4. */
    private static String plain(String text) {
        return text.replaceAll("([_^])\\{([^}]*)}", "$1$2").replace("*", "");
    }
}
