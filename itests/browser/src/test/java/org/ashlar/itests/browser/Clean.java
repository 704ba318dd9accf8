package org.ashlar.itests.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Takes a picture of a page in the middle of a story and writes down what accessibility rules say about it. */
final class Clean {
    private Clean() {
    }

    /** Looks at the page once nothing moves. */
    static void look(Desk desk, String name, List<String> found) {
        desk.page().locator("[aria-busy=true], .skeleton").first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.HIDDEN));
        List<String> violations = desk.violations();
        desk.picture(name);
        violations.forEach(v -> found.add(name + ": " + v));
    }
}
