//! Pages as they leave: valid HTML, and on pages without islands no script at all.
//!
//! Leptos separates texts with `<!>`, which is no valid comment, and writes the state of resources
//! as scripts behind the end of the document, also where no island could read it. Values in pages
//! are escaped, so neither mark can come from one.

use axum::{
    body::{Body, to_bytes},
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

const END: &str = "</body></html>";
const MARK: &str = "<!>";
const ISLAND: &str = "<leptos-island";

/// The document without what only islands need; with islands the same in valid HTML.
fn tidied(html: &str) -> String {
    let (document, behind) = html.split_once(END).unwrap_or((html, ""));
    let Some(body) = document.find("<body") else { return html.to_owned() };
    let (head, body) = document.split_at(body);
    if body.contains(ISLAND) {
        // The nodes are what hydration counts, so each mark stays one, written as a valid comment.
        // The framework gives preload links the nonce in place of a CORS mode.
        let head = match nonce_of(head) {
            Some(nonce) => head.replace(&format!(" crossorigin=\"{nonce}\""), " crossorigin"),
            None => head.to_owned(),
        };
        format!("{head}{}{behind}{END}", body.replace(MARK, "<!---->"))
    } else {
        format!("{}{}{END}", without_comments(head), without_comments(body))
    }
}

/// The nonce of the first script.
fn nonce_of(head: &str) -> Option<&str> {
    head.split_once(" nonce=\"")?.1.split_once('"').map(|(nonce, _)| nonce)
}

/// The markup without marks and comments.
fn without_comments(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(at) = rest.find("<!") {
        let (before, mark) = rest.split_at(at);
        out.push_str(before);
        let end = if mark.starts_with(MARK) {
            Some(MARK.len())
        } else if mark.starts_with("<!--") {
            mark.find("-->").map(|end| end + "-->".len())
        } else {
            None
        };
        if let Some(end) = end {
            rest = mark.split_at(end).1;
        } else {
            // The document type.
            out.push_str("<!");
            rest = mark.split_at("<!".len()).1;
        }
    }
    out.push_str(rest);
    out
}

/// Set by the framework on every failure of a server function, which it answers with 500.
const SERVER_FN_ERROR: &str = "serverfnerror";

/// The failure of a server function with the status of whoever caused it, and without the
/// framework's words: arguments that cannot be read are the asker's fault.
async fn blamed(response: Response) -> Response {
    let says = to_bytes(response.into_body(), 4096).await.unwrap_or_default();
    let own = says.starts_with(b"ServerError|") || says.is_empty();
    if own { StatusCode::INTERNAL_SERVER_ERROR } else { StatusCode::BAD_REQUEST }.into_response()
}

/// Tidies a page; other responses pass as they are.
pub(super) async fn tidy(response: Response) -> Response {
    if response.headers().contains_key(SERVER_FN_ERROR) {
        return blamed(response).await;
    }
    let kind = response.headers().get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok());
    if !kind.is_some_and(|kind| kind.starts_with("text/html")) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    // Pages are rendered as a whole, so this holds nothing back.
    let html = match to_bytes(body, usize::MAX).await {
        Ok(bytes) => tidied(&String::from_utf8_lossy(&bytes)),
        Err(_) => return StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    };
    parts.headers.insert(header::CONTENT_LENGTH, HeaderValue::from(html.len()));
    Response::from_parts(parts, Body::from(html))
}

#[cfg(test)]
mod tests {
    use super::tidied;

    #[test]
    fn a_page_without_islands_has_no_script_and_no_mark() {
        let html = "<!DOCTYPE html><html><head><!--HEAD--><title>a &lt;!> b</title></head><body><p>x<!>y<!--<() />--> \
                    <textarea>\n&lt;!&gt;</textarea></p></body></html><script nonce=\"n\">__RESOLVED_RESOURCES=[];</script>";
        assert_eq!(
            tidied(html),
            "<!DOCTYPE html><html><head><title>a &lt;!> b</title></head><body><p>xy <textarea>\n&lt;!&gt;</textarea></p></body></html>"
        );
    }

    #[test]
    fn a_page_with_an_island_keeps_its_nodes_and_scripts() {
        let html = "<html><head><link crossorigin=\"n\"><script nonce=\"n\">a<!>b</script></head><body>x<!>y<leptos-island></leptos-island></body></html><script nonce=\"n\">s</script>";
        assert_eq!(
            tidied(html),
            "<html><head><link crossorigin><script nonce=\"n\">a<!>b</script></head><body>x<!---->y<leptos-island></leptos-island><script nonce=\"n\">s</script></body></html>"
        );
    }
}
