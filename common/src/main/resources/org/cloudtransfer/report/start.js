startQuotas();
startGroups();
startMappings();
startRows();
