//! Verdict and fit: words first, then numbers, then a bar that may be missing.

use domain::{Confidence, Fit, FitPart, PartKind, Verdict};
use leptos::prelude::*;

use crate::text::Text;

/// The class of a verdict.
pub(crate) const fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Eligible => "yes",
        Verdict::Unclear => "maybe",
        Verdict::Blocked => "no",
    }
}

/// A verdict in a word.
#[component]
pub fn VerdictBadge(
    /// The reader's language.
    text: Text,
    /// The verdict.
    verdict: Verdict,
) -> impl IntoView {
    let class = format!("verdict {}", tone(verdict));
    view! { <span class=class>{text.say(&format!("verdict-{}", verdict.code()))}</span> }
}

/// Parts as whole points whose sum is the rounded score: largest remainders, as with any figures
/// that must add up when shown. A part may take points off.
pub(crate) fn whole_points(parts: &[f64]) -> (i16, Vec<i16>) {
    let whole = |value: f64| format!("{value:.0}").parse::<i16>().unwrap_or(0).clamp(-100, 100);
    let total = whole(parts.iter().sum());
    let mut points: Vec<i16> = parts.iter().map(|part| whole(part.floor())).collect();
    let mut order: Vec<usize> = (0..parts.len()).collect();
    order.sort_by(|a, b| {
        let rest = |index: &usize| parts.get(*index).map_or(0.0, |part| part - part.floor());
        rest(b).total_cmp(&rest(a)).then(a.cmp(b))
    });
    let mut missing = total - points.iter().sum::<i16>();
    for index in order {
        if missing <= 0 {
            break;
        }
        if let Some(point) = points.get_mut(index) {
            *point += 1;
            missing -= 1;
        }
    }
    (total, points)
}

/// Each part of a fit in whole points, as they are shown, and the score.
fn shown(fit: &Fit) -> (i16, Vec<i16>) {
    let values: Vec<f64> = fit.parts.iter().map(FitPart::value).collect();
    whole_points(&values)
}

/// Whether any point is seen to be taken off because one of the two is like very many others.
pub(crate) fn seen_crowded(fit: &Fit) -> bool {
    let (_, points) = shown(fit);
    fit.parts.iter().zip(points).any(|(part, points)| part.kind == PartKind::Crowding && points < 0)
}

/// Fit with its parts and the confidence.
#[component]
pub fn FitBox(
    /// The reader's language.
    text: Text,
    /// The fit.
    fit: Fit,
    /// How much was known.
    confidence: Confidence,
) -> impl IntoView {
    let (total, points) = shown(&fit);
    // What is taken off has no length.
    let bars = (1..)
        .zip(&points)
        .filter(|(_, points)| **points >= 0)
        .map(|(number, points)| view! { <i class=format!("p{number} w{points}")></i> })
        .collect_view();
    // That nothing is known of these two says nothing about the texts.
    let told = |part: &FitPart| {
        part.known() || !matches!(part.kind, PartKind::Meaning | PartKind::Crowding)
    };
    let rows = (1..)
        .zip(fit.parts.iter().zip(&points))
        .filter(|(_, (part, _))| told(part))
        .map(|(number, (part, points))| {
            let name = text.say(&format!("part-{}", part.kind.code()));
            let shown = match (part.known(), *points) {
                (false, _) => text.say("part-unknown"),
                (true, points @ ..0) => format!("−{}", points.unsigned_abs()),
                (true, points) => points.to_string(),
            };
            view! { <li class=format!("k{number}")><span>{name}</span>" "<span>{shown}</span></li> }
        })
        .collect_view();
    let level = text.say(&format!("confidence-{}", confidence.level().code()));
    let known = text.say_with(
        "confidence-of",
        [
            ("level", level.into()),
            ("known", u32::from(confidence.known).into()),
            ("of", u32::from(confidence.of).into()),
        ],
    );
    view! {
        <div class="fit">
            <p class="score"><b>{total}</b> " " <small>{text.say("fit-of-hundred")}</small></p>
            <div class="parts" aria-hidden="true">{bars}</div>
            <ul class="key">{rows}</ul>
            <p class="small quiet">{known}</p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::whole_points;

    #[test]
    fn points_add_up_to_the_score() {
        assert_eq!(whole_points(&[33.4, 33.4, 33.2]), (100, vec![34, 33, 33]));
        assert_eq!(whole_points(&[0.4, 0.4, 0.4]), (1, vec![1, 0, 0]));
        assert_eq!(whole_points(&[]), (0, vec![]));
        assert_eq!(whole_points(&[50.3, 20.3, -2.6]), (68, vec![50, 20, -2]));
        assert_eq!(whole_points(&[3.0, -2.4]), (1, vec![3, -2]));
        for parts in [
            [12.5, 7.49, 0.0, 3.3],
            [39.9, 24.9, 11.9, 6.9],
            [40.0, 9.5, 0.4, -0.1],
            [33.3, 20.7, 12.0, -13.4],
        ] {
            let (total, points) = whole_points(&parts);
            assert_eq!(points.iter().sum::<i16>(), total);
        }
    }
}
