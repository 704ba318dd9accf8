package org.ashlar.itests.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;

/** Takes a picture of a page in the middle of a story and writes down what accessibility rules say about it. */
final class Clean {
    private Clean() {
    }

    /** Looks at the page as it is now. */
    static void look(Desk desk, String name, List<String> found) {
        desk.page().locator("[aria-busy=true], .skeleton").first().waitFor(new Locator.WaitForOptions()
                .setState(WaitForSelectorState.HIDDEN));
        desk.picture(name);
        new AxeBuilder(desk.page()).analyze().getViolations().forEach(v -> found.add(name + ": " + v.getId() + " "
                + v.getNodes().get(0).getHtml()));
    }
}
