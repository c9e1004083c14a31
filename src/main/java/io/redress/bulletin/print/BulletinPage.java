package io.redress.bulletin.print;

import io.quarkus.qute.Template;

/**
 * A bulletin as a web page that looks on the screen as it will on paper: one file, without scripts and without anything
 * fetched. On paper it uses the office's own typefaces where the computer has them.
 */
public final class BulletinPage {

    private static final Template TEMPLATE = PageTemplate.of("/templates/bulletin.html");
    private static final String PAPER = PageTemplate.text("/bulletin/paper.css");
    private static final String BROWSER = PageTemplate.text("/bulletin/browser.css");
    private static final String DRAFT = PageTemplate.text("/bulletin/draft.css");
    private static final String PDF = PageTemplate.text("/bulletin/pdf.css");

    private BulletinPage() {}

    public static String html(BulletinContent content) {
        return render(PageContent.of(content), PAPER + BROWSER + (content.isDraft() ? DRAFT : ""));
    }

    /** The same page for {@link BulletinPdf}, which knows only the CSS of print. */
    public static String forPdf(PageContent page) {
        return render(page, PAPER + PDF);
    }

    private static String render(PageContent page, String style) {
        return TEMPLATE.data("page", page, "style", style).render();
    }
}
