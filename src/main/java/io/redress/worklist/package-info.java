/**
 * Worklist (待办, {@link io.redress.worklist.WorklistResource}): for each kind of work, how many records the user can
 * decide on now, and since or until when. It owns no record: a feature with work items implements {@link
 * io.redress.worklist.WorklistSource} and counts its own.
 */
@Uses({"account"})
package io.redress.worklist;

import io.redress.common.feature.Uses;
