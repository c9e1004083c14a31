package io.redress.bulletin.print;

import io.quarkus.qute.Template;

/**
 * A bulletin as a self-contained HTML page, without scripts or external resources, that looks on the screen as on
 * paper. When printed, it uses the office's own fonts if they are installed.
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

    /** The same page for {@link BulletinPdf}, which supports only print CSS. */
    public static String forPdf(PageContent page) {
        return render(page, PAPER + PDF);
    }

    private static String render(PageContent page, String style) {
        return TEMPLATE.data("page", page, "style", style).render();
    }
}
