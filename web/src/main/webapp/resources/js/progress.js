/* Follows a load that is under way and shows the page anew when it is at rest; or what it would do, and says it when it is known. */
(function () {
    'use strict';
    function follow(bar, tell) {
        function look() {
            fetch(bar.dataset.progress, { headers: { Accept: 'application/json' } })
                .then(function (answer) { return answer.ok ? answer.json() : Promise.reject(answer.status); })
                .then(function (load) {
                    if (tell(load)) {
                        window.setTimeout(look, 1000);
                    }
                })
                .catch(function () { window.setTimeout(look, 5000); });
        }
        window.setTimeout(look, 500);
    }

    var bar = document.getElementById('load-bar');
    if (bar) {
        follow(bar, function (load) {
            bar.value = load.percent;
            document.getElementById('load-state').textContent = load.state;
            if (load.atRest) {
                window.location.reload();
            }
            return !load.atRest;
        });
    }

    var effectBar = document.getElementById('effect-bar');
    if (effectBar) {
        follow(effectBar, function (load) {
            if (!load.effect) { // somebody has confirmed or withdrawn it meanwhile
                window.location.reload();
                return false;
            }
            effectBar.value = load.effect.percent;
            if (load.effect.known) {
                document.getElementById('effect').textContent = load.effect.sentence;
                ['effect-computing', 'effect-unknown'].forEach(function (id) {
                    var gone = document.getElementById(id);
                    if (gone) {
                        gone.remove();
                    }
                });
            }
            return !load.effect.known;
        });
    }
}());
