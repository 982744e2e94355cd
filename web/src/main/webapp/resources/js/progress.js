/* Follows a load that is under way and shows the page anew when it is at rest. */
(function () {
    'use strict';
    var bar = document.getElementById('load-bar');
    if (!bar) {
        return;
    }
    function look() {
        fetch(bar.dataset.progress, { headers: { Accept: 'application/json' } })
            .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
            .then(function (load) {
                bar.value = load.percent;
                document.getElementById('load-state').textContent = load.state;
                if (load.atRest) {
                    window.location.reload();
                } else {
                    window.setTimeout(look, 1000);
                }
            })
            .catch(function () { window.setTimeout(look, 5000); });
    }
    window.setTimeout(look, 500);
}());
