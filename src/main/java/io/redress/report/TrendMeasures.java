package io.redress.report;

import io.redress.tally.Measure;

/**
 * What the picture of the last weeks draws.
 *
 * @param title printed below it, after the number of weeks
 * @param people counted on one platform
 * @param peopleOverall counted over all platforms
 * @param money whose amount at the end of each week is drawn
 */
public record TrendMeasures(String title, Measure people, Measure peopleOverall, Measure money) {}
