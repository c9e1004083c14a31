package io.redress.workspace;

import io.redress.account.CurrentViewer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** How the current user likes the client to look. */
@ApplicationScoped
class MyPreferences {

    private final CurrentViewer current;

    MyPreferences(CurrentViewer current) {
        this.current = current;
    }

    @Transactional
    PreferencesView read() {
        return Preferences.of(current.get().accountId())
                .map(PreferencesView::of)
                .orElse(PreferencesView.NOTHING_CHOSEN);
    }

    @Transactional
    void save(PreferencesView chosen) {
        Preferences.save(
                current.get().accountId(),
                chosen.language(),
                chosen.dark(),
                chosen.largeType(),
                chosen.compact(),
                chosen.menuFolded());
    }
}
