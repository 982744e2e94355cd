/* While something is under way, puts what the server says of it now in the place of what it said before. */
(function () {
    'use strict';
    function isOn(page) {
        return page.querySelector('[data-watch="on"]') !== null;
    }
    function look() {
        fetch(window.location.href)
            .then(function (answer) {
                /* the session has ended: the page itself leads to signing in, and back to here; a chosen file is not let go */
                var file = document.querySelector('input[type=file]');
                if (answer.redirected && !(file && file.value)) {
                    window.location.reload();
                }
                return answer.text();
            })
            .then(function (text) {
                var page = new DOMParser().parseFromString(text, 'text/html');
                document.querySelectorAll('[data-watch]').forEach(function (old) {
                    var now = page.getElementById(old.id);
                    if (now && now.innerHTML !== old.innerHTML) {
                        old.innerHTML = now.innerHTML;
                    }
                });
                if (isOn(page)) {
                    window.setTimeout(look, 2000);
                }
            })
            .catch(function () { window.setTimeout(look, 10000); });
    }
    if (isOn(document)) {
        window.setTimeout(look, 1000);
    }
}());
