package io.redress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.redress.testing.Chromium;
import io.redress.testing.FreshOffice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chief in a real browser, against the packaged program: sign-in, the form, and sign-out. */
class WebClientIT {

    /** Types like a user, so that the form gets its events. */
    private static void type(Chromium browser, String field, String text) throws IOException, InterruptedException {
        browser.awaitThat("document.querySelector('" + field + "') !== null");
        browser.says("(document.querySelector('" + field + "').focus(), document.execCommand('insertText', false, '"
                + text + "'))");
    }

    private static void press(Chromium browser, String label) throws IOException, InterruptedException {
        var button = "[...document.querySelectorAll('button')].find(b => b.textContent === '" + label + "')";
        browser.awaitThat(button + " !== undefined");
        browser.says(button + ".click()");
    }

    @Test
    void a_draft_of_the_form_survives_leaving_the_page_and_is_gone_after_signing_out(@TempDir Path folder)
            throws Exception {
        assumeTrue(Chromium.isInstalled(), "Chromium is installed");
        try (var service = FreshOffice.start(folder)) {
            FreshOffice.openChief(service);
            FreshOffice.enterPlatform(service, FreshOffice.signIn(service, "chief"));
            try (var browser = new Chromium(Files.createDirectory(folder.resolve("chromium")))) {
                browser.go(service.uri("/register"));
                type(browser, "#username", "chief");
                type(browser, "#password", FreshOffice.PASSWORD);
                press(browser, "登录");
                browser.awaitThat("document.querySelector('h1')?.textContent === '登记一位来访人'");

                type(browser, "#investor_documentNumber", "44510219800101001８");
                browser.awaitThat("document.body.innerText.includes('男，1980-01-01 出生')");
                browser.says("document.querySelector('a[href=\"/registrations\"]').click()");
                browser.awaitThat("document.body.innerText.includes('没有符合条件的登记')");
                browser.says("document.querySelector('a[href=\"/register\"]').click()");
                browser.awaitThat("document.querySelector('#investor_documentNumber')?.value.startsWith('445102')");

                assertThat(browser.says("location.href")).doesNotContain("445102");
                assertThat(browser.says("JSON.stringify({...localStorage, ...sessionStorage})"))
                        .doesNotContain("445102");
                browser.says("document.querySelector('.account-menu button').click()");
                press(browser, "退出");
                browser.awaitThat("document.querySelector('#username') !== null");
                browser.go(service.uri("/register"));
                browser.awaitThat("document.querySelector('#username') !== null");
                assertThat(browser.says("document.body.innerText")).doesNotContain("445102");
            }
        }
    }
}
